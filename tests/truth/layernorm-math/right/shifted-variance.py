import numpy as np

# E[x^2] - E[x]^2, but on rows shifted by their own first element, in float64
def _moments(x):
    z = x.astype(np.float64)
    z = z - z[..., :1]
    m = z.mean(-1, keepdims=True)
    v = np.maximum((z * z).mean(-1, keepdims=True) - m * m, 0.0)
    return z - m, v

def _need(p, x):
    if p.shape != (x.shape[-1],):
        raise ValueError

def layer_norm(x, gamma, beta, eps=1e-5):
    _need(gamma, x)
    _need(beta, x)
    c, v = _moments(x)
    return (gamma * c / np.sqrt(v + eps) + beta).astype(x.dtype)

def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _need(gamma, x)
    c, v = _moments(x)
    s2 = v + eps
    s = np.sqrt(s2)
    dy = dy.astype(np.float64)
    g = dy * gamma
    dx = (g - g.mean(-1, keepdims=True) - c * (g * c).mean(-1, keepdims=True) / s2) / s
    ax = tuple(np.arange(x.ndim - 1))
    return dx.astype(x.dtype), np.sum(dy * (c / s), ax), np.sum(dy, ax)
