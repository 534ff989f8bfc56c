# variance-floored-at-eps: the divisor is sqrt(max(var, eps)), eps is not added to the variance.
# named: clamps-the-variance-at-eps
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:]:
        raise ValueError("shape")
    z = x.astype(np.float64)
    c = z - z.mean(-1, keepdims=True)
    v = (c * c).mean(-1, keepdims=True)
    return (gamma * c / np.sqrt(np.maximum(v, eps)) + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != x.shape[-1:]:
        raise ValueError("shape")
    z, u = x.astype(np.float64), dy.astype(np.float64)
    c = z - z.mean(-1, keepdims=True)
    v = (c * c).mean(-1, keepdims=True)
    r = 1 / np.sqrt(np.maximum(v, eps))
    h, g = c * r, u * gamma
    dx = r * (g - g.mean(-1, keepdims=True) - np.where(v > eps, h * (g * h).mean(-1, keepdims=True), 0))
    lead = tuple(range(x.ndim - 1))
    return dx.astype(x.dtype), (u * h).sum(axis=lead), u.sum(axis=lead)
