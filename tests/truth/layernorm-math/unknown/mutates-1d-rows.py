# mutates-1d-rows: for a single row (D,) np.atleast_2d gives a view, and the float64 row of the caller is centered in place.
# named: centres-a-single-row-in-place
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:]:
        raise ValueError("gamma and beta must be (D,)")
    if x.ndim == 1:
        a = np.atleast_2d(x).astype(np.float64, copy=False)
    else:
        a = x.astype(np.float64)
    a -= a.mean(-1, keepdims=True)
    y = a / np.sqrt((a * a).mean(-1, keepdims=True) + eps) * gamma + beta
    return y.reshape(x.shape).astype(x.dtype)


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
