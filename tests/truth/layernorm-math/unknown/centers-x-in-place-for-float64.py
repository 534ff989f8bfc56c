# centers-x-in-place-for-float64: np.asarray(x, float64) is x itself for float64, and the in-place operations of the backward pass change dy too.
import numpy as np


def _check(x, *ps):
    for p in ps:
        if p.shape != x.shape[-1:]:
            raise ValueError(p.shape)


def layer_norm(x, gamma, beta, eps=1e-5):
    _check(x, gamma, beta)
    dt = x.dtype
    h = np.asarray(x, dtype=np.float64)
    h = h - h.mean(-1, keepdims=True)
    h /= np.sqrt((h * h).mean(-1, keepdims=True) + eps)
    h *= gamma
    h += beta
    return h.astype(dt)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _check(x, gamma)
    h = np.asarray(x, dtype=np.float64)
    h = h - h.mean(-1, keepdims=True)
    s = np.sqrt((h * h).mean(-1, keepdims=True) + eps)
    h /= s
    u = np.asarray(dy, dtype=np.float64)
    lead = tuple(range(x.ndim - 1))
    dgamma, dbeta = (u * h).sum(axis=lead), u.sum(axis=lead).copy()
    u *= gamma
    dx = (u - u.mean(-1, keepdims=True) - h * (u * h).mean(-1, keepdims=True)) / s
    return dx.astype(x.dtype), dgamma, dbeta
