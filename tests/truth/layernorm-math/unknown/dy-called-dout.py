# dy-called-dout: eps keyword works, but dy is called dout, so layer_norm_backward(dy=..., x=..., gamma=...) is a TypeError.
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:]:
        raise ValueError("shape")
    z = x.astype(np.float64)
    return ((z - z.mean(-1, keepdims=True)) / np.sqrt(z.var(-1, keepdims=True) + eps) * gamma + beta).astype(x.dtype)


def layer_norm_backward(dout, x, gamma, eps=1e-5):
    if gamma.shape != x.shape[-1:]:
        raise ValueError("shape")
    z, u = x.astype(np.float64), dout.astype(np.float64)
    s = np.sqrt(z.var(-1, keepdims=True) + eps)
    h, g = (z - z.mean(-1, keepdims=True)) / s, u * gamma
    dx = (g - g.mean(-1, keepdims=True) - h * (g * h).mean(-1, keepdims=True)) / s
    lead = tuple(range(x.ndim - 1))
    return dx.astype(x.dtype), (u * h).sum(axis=lead), u.sum(axis=lead)
