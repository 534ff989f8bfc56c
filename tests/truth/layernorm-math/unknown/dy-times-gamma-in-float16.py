# dy-times-gamma-in-float16: the backward pass multiplies dy and gamma before it casts up, so a float16 product overflows or is rounded.
# named: multiplies-by-gamma-in-float16
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:]:
        raise ValueError("(D,) expected")
    a = x.astype(np.float64)
    m = a.mean(-1, keepdims=True)
    v = a.var(-1, keepdims=True)
    return ((a - m) / np.sqrt(v + eps) * gamma.astype(np.float64) + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != x.shape[-1:]:
        raise ValueError("(D,) expected")
    a = x.astype(np.float64)
    s = np.sqrt(a.var(-1, keepdims=True) + eps)
    h = (a - a.mean(-1, keepdims=True)) / s
    g = (dy * gamma).astype(np.float64)
    u = dy.astype(np.float64)
    lead = tuple(range(x.ndim - 1))
    dx = (g - g.mean(-1, keepdims=True) - h * (g * h).mean(-1, keepdims=True)) / s
    return dx.astype(x.dtype), (u * h).sum(axis=lead), u.sum(axis=lead)
