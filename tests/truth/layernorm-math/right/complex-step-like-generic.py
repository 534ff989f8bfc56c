import numpy as np

# dgamma, dbeta through np.add.reduce over each axis in turn; dx through the centering projector applied twice
def _sumlead(a):
    while a.ndim > 1:
        a = np.add.reduce(a, axis=0)
    return a

def _center(a):
    return a - np.dot(a, np.full(a.shape[-1], 1 / a.shape[-1]))[..., np.newaxis]

def layer_norm(x, gamma, beta, eps=1e-5):
    for p in (gamma, beta):
        if list(p.shape) != [x.shape[-1]]:
            raise ValueError("bad")
    c = _center(x.astype(np.float64))
    n = np.linalg.norm(c, axis=-1, keepdims=True) ** 2 / x.shape[-1]
    return np.add(np.multiply(c / np.sqrt(n + eps), gamma), beta).astype(x.dtype)

def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if list(gamma.shape) != [x.shape[-1]]:
        raise ValueError("bad")
    c = _center(x.astype(np.float64))
    s = np.sqrt(np.mean(c * c, axis=-1) + eps)[..., np.newaxis]
    h = c / s
    d = dy.astype(np.float64)
    gh = _center(d * gamma)
    dx = (gh - h * np.mean(gh * h, axis=-1)[..., np.newaxis]) / s
    return dx.astype(x.dtype), _sumlead(d * h), _sumlead(d + 0.0)
