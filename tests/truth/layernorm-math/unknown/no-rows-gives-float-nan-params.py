# no-rows-gives-float-nan-params: dgamma and dbeta are n * mean over the rows, which is nan where there are none (0 is asked for).
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
    D = x.shape[-1]
    z, u = x.astype(np.float64), dy.astype(np.float64)
    z = z - z.mean(-1, keepdims=True)
    s = np.sqrt((z * z).mean(-1, keepdims=True) + eps)
    h, g = z / s, u * gamma
    dx = (g - g.mean(-1, keepdims=True) - h * (g * h).mean(-1, keepdims=True)) / s
    n = x.size // D
    rows = lambda a: a.reshape(n, D).mean(0) * n
    return dx.astype(x.dtype), rows(u * h), rows(u)
