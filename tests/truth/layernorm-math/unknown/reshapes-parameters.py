# reshapes-parameters: a check that lets a 0-d gamma through only where D = 1 (np.atleast_1d before the shape is compared).
import numpy as np


def _p(p, x):
    p = np.atleast_1d(p)
    if p.shape != x.shape[-1:]:
        raise ValueError(p.shape)
    return p.astype(np.float64)


def layer_norm(x, gamma, beta, eps=1e-5):
    gamma, beta = _p(gamma, x), _p(beta, x)
    z = x.astype(np.float64)
    return ((z - z.mean(-1, keepdims=True)) / np.sqrt(z.var(-1, keepdims=True) + eps) * gamma + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    gamma = _p(gamma, x)
    z, u = x.astype(np.float64), dy.astype(np.float64)
    s = np.sqrt(z.var(-1, keepdims=True) + eps)
    h, g = (z - z.mean(-1, keepdims=True)) / s, u * gamma
    dx = (g - g.mean(-1, keepdims=True) - h * (g * h).mean(-1, keepdims=True)) / s
    lead = tuple(range(x.ndim - 1))
    return dx.astype(x.dtype), (u * h).sum(axis=lead), u.sum(axis=lead)
