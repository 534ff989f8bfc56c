# float16-mean-rounded-backward: the backward rounds the mean to x's dtype (x.mean()), the forward does not.
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:]:
        raise ValueError("shape")
    z = x.astype(np.float64)
    z = z - z.mean(-1, keepdims=True)
    return (z / np.sqrt((z * z).mean(-1, keepdims=True) + eps) * gamma + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != x.shape[-1:]:
        raise ValueError("shape")
    u = dy.astype(np.float64)
    mu = x.mean(-1, keepdims=True)
    var = x.astype(np.float64).var(-1, keepdims=True)
    s = np.sqrt(var + eps)
    h = (x.astype(np.float64) - mu) / s
    g = u * gamma
    dx = (g - g.mean(-1, keepdims=True) - h * (g * h).mean(-1, keepdims=True)) / s
    lead = tuple(range(x.ndim - 1))
    return dx.astype(x.dtype), (u * h).sum(axis=lead), u.sum(axis=lead)
