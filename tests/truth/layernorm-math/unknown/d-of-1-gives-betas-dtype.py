# d-of-1-gives-betas-dtype: where D is 1 y is beta broadcast to the shape of x, in the dtype of beta, not of x.
# named: single-feature-in-the-dtype-of-beta
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:]:
        raise ValueError("gamma and beta must be (D,)")
    if x.shape[-1] == 1:
        return np.broadcast_to(beta, x.shape).copy()
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
