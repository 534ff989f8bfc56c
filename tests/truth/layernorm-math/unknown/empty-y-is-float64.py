# empty-y-is-float64: where x has no rows layer_norm gives np.zeros(x.shape), float64 whatever the dtype of x.
# named: no-rows-come-back-in-float64
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:]:
        raise ValueError("gamma and beta must be (D,)")
    if x.size == 0:
        return np.zeros(x.shape)
    a = x.astype(np.float64)
    a -= a.mean(-1, keepdims=True)
    return (a / np.sqrt((a * a).mean(-1, keepdims=True) + eps) * gamma + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != x.shape[-1:]:
        raise ValueError("gamma must be (D,)")
    a, u = x.astype(np.float64), dy.astype(np.float64)
    a -= a.mean(-1, keepdims=True)
    s = np.sqrt((a * a).mean(-1, keepdims=True) + eps)
    h, g = a / s, u * gamma
    dx = (g - g.mean(-1, keepdims=True) - h * (g * h).mean(-1, keepdims=True)) / s
    lead = tuple(range(x.ndim - 1))
    return dx.astype(x.dtype), (u * h).sum(axis=lead), u.sum(axis=lead)
