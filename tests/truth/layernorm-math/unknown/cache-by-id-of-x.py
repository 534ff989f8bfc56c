# cache-by-id-of-x: layer_norm_backward takes x_hat from a cache keyed by id(x) where layer_norm has seen that array, whatever eps or the array's contents are now.
# named: keeps-the-statistics-of-an-array
import numpy as np

_cache = {}


def _hat(x, eps):
    a = x.astype(np.float64)
    a -= a.mean(-1, keepdims=True)
    r = 1 / np.sqrt((a * a).mean(-1, keepdims=True) + eps)
    return a * r, r


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:]:
        raise ValueError("gamma and beta must be (D,)")
    h, r = _hat(x, eps)
    _cache.clear()
    _cache[id(x)] = x, h, r
    return (h * gamma + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != x.shape[-1:]:
        raise ValueError("gamma must be (D,)")
    if id(x) in _cache:
        _, h, r = _cache[id(x)]
    else:
        h, r = _hat(x, eps)
    u = dy.astype(np.float64)
    g = u * gamma
    dx = (g - g.mean(-1, keepdims=True) - h * (g * h).mean(-1, keepdims=True)) * r
    lead = tuple(range(x.ndim - 1))
    return dx.astype(x.dtype), (u * h).sum(axis=lead), u.sum(axis=lead)
