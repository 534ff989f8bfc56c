# relies-on-broadcast-errors: only shapes that NumPy itself cannot broadcast raise; a gamma of () or (1,) is taken in both functions.
# named: no-shape-check
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    gamma = np.broadcast_to(gamma, x.shape[-1:])
    beta = np.broadcast_to(beta, x.shape[-1:])
    z = x.astype(np.float64)
    return ((z - z.mean(-1, keepdims=True)) / np.sqrt(z.var(-1, keepdims=True) + eps) * gamma + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    gamma = np.broadcast_to(gamma, x.shape[-1:])
    z, u = x.astype(np.float64), dy.astype(np.float64)
    s = np.sqrt(z.var(-1, keepdims=True) + eps)
    h, g = (z - z.mean(-1, keepdims=True)) / s, u * gamma
    dx = (g - g.mean(-1, keepdims=True) - h * (g * h).mean(-1, keepdims=True)) / s
    lead = tuple(range(x.ndim - 1))
    return dx.astype(x.dtype), (u * h).sum(axis=lead), u.sum(axis=lead)
