import numpy as np

def layer_norm(x, gamma, beta, eps=1e-5):
    *_, D = x.shape
    if gamma.shape != (D,) or beta.shape != (D,):
        raise ValueError(gamma.shape, beta.shape)
    z = x.astype("f8")
    z = z - np.einsum("...d->...", z)[..., None] / D
    v = np.einsum("...d,...d->...", z, z)[..., None] / D
    return np.einsum("...d,...,d->...d", z, 1 / np.sqrt(v[..., 0] + eps), gamma.astype("f8")).__add__(beta).astype(x.dtype)

def layer_norm_backward(dy, x, gamma, eps=1e-5):
    *_, D = x.shape
    if gamma.shape != (D,):
        raise ValueError(gamma.shape)
    z, d, g = (a.astype("f8") for a in (x, dy, gamma))
    z = z - np.einsum("...d->...", z)[..., None] / D
    r = 1 / np.sqrt(np.einsum("...d,...d->...", z, z) / D + eps)
    h = np.einsum("...d,...->...d", z, r)
    dgamma = np.einsum("nd,nd->d", d.reshape(-1, D), h.reshape(-1, D))
    dbeta = np.einsum("nd->d", d.reshape(-1, D))
    m1 = np.einsum("...d,d->...", d, g) / D
    m2 = np.einsum("...d,d,...d->...", d, g, h) / D
    dx = r[..., None] * (d * g - m1[..., None] - h * m2[..., None])
    return dx.astype(x.dtype), dgamma, dbeta
