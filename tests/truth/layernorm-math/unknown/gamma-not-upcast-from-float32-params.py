# gamma-not-upcast-from-float32-params: the computation is in the dtype of gamma (at least float32), so float32 parameters make a float64 result right to 1e-7 only.
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:]:
        raise ValueError("shape")
    t = np.promote_types(gamma.dtype, np.float32)
    z = x.astype(t)
    z = z - z.mean(-1, keepdims=True)
    return (z / np.sqrt((z * z).mean(-1, keepdims=True) + eps) * gamma + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != x.shape[-1:]:
        raise ValueError("shape")
    t = np.promote_types(gamma.dtype, np.float32)
    z, u = x.astype(t), dy.astype(t)
    z = z - z.mean(-1, keepdims=True)
    s = np.sqrt((z * z).mean(-1, keepdims=True) + eps)
    h, g = z / s, u * gamma
    dx = (g - g.mean(-1, keepdims=True) - h * (g * h).mean(-1, keepdims=True)) / s
    lead = tuple(range(x.ndim - 1))
    return dx.astype(x.dtype), (u * h).sum(axis=lead), u.sum(axis=lead)
