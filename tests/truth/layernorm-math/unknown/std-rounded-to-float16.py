# std-rounded-to-float16: the standard deviation is stored in the dtype of x in both functions, so it is rounded to 3 digits (or is 0 or inf) for float16.
import numpy as np


def _hat(x, eps):
    a = x.astype(np.float64)
    a -= a.mean(-1, keepdims=True)
    s = np.sqrt((a * a).mean(-1, keepdims=True) + eps).astype(x.dtype).astype(np.float64)
    return a / s, s


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:]:
        raise ValueError("gamma and beta must be (D,)")
    return (_hat(x, eps)[0] * gamma + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != x.shape[-1:]:
        raise ValueError("gamma must be (D,)")
    h, s = _hat(x, eps)
    u = dy.astype(np.float64)
    g = u * gamma
    dx = (g - g.mean(-1, keepdims=True) - h * (g * h).mean(-1, keepdims=True)) / s
    lead = tuple(range(x.ndim - 1))
    return dx.astype(x.dtype), (u * h).sum(axis=lead), u.sum(axis=lead)
