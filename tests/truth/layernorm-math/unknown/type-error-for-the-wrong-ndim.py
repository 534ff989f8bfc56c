# type-error-for-the-wrong-ndim: the check raises TypeError (not ValueError) where gamma has the wrong number of axes.
import numpy as np


def _check(x, *ps):
    for p in ps:
        if p.ndim != 1:
            raise TypeError("parameters are vectors")
        if len(p) != x.shape[-1]:
            raise ValueError("wrong length")


def layer_norm(x, gamma, beta, eps=1e-5):
    _check(x, gamma, beta)
    a = x.astype(np.float64)
    a -= a.mean(-1, keepdims=True)
    return (a / np.sqrt((a * a).mean(-1, keepdims=True) + eps) * gamma + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _check(x, gamma)
    a, u = x.astype(np.float64), dy.astype(np.float64)
    a -= a.mean(-1, keepdims=True)
    s = np.sqrt((a * a).mean(-1, keepdims=True) + eps)
    h, g = a / s, u * gamma
    dx = (g - g.mean(-1, keepdims=True) - h * (g * h).mean(-1, keepdims=True)) / s
    lead = tuple(range(x.ndim - 1))
    return dx.astype(x.dtype), (u * h).sum(axis=lead), u.sum(axis=lead)
