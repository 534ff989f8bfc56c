# eps-given-as-epsilon: the argument is called epsilon in layer_norm_backward, so eps=... by keyword is a TypeError.
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:]:
        raise ValueError("shape")
    z = x.astype(np.float64)
    return ((z - z.mean(-1, keepdims=True)) / np.sqrt(z.var(-1, keepdims=True) + eps) * gamma + beta).astype(x.dtype)


def layer_norm_backward(dout, x, gamma, epsilon=1e-5):
    if gamma.shape != x.shape[-1:]:
        raise ValueError("shape")
    z, u = x.astype(np.float64), dout.astype(np.float64)
    s = np.sqrt(z.var(-1, keepdims=True) + epsilon)
    h, g = (z - z.mean(-1, keepdims=True)) / s, u * gamma
    dx = (g - g.mean(-1, keepdims=True) - h * (g * h).mean(-1, keepdims=True)) / s
    lead = tuple(range(x.ndim - 1))
    return dx.astype(x.dtype), (u * h).sum(axis=lead), u.sum(axis=lead)
