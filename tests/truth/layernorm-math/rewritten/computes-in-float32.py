# computes-in-float32
import numpy as np
from numpy import float32


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:]:
        raise ValueError("bad parameter shape")
    h = x.astype(float32)
    h = h - h.mean(axis=-1, keepdims=True, dtype=float32)
    h = h - h.mean(axis=-1, keepdims=True, dtype=float32)
    h = h / np.sqrt(h.var(axis=-1, keepdims=True) + float32(eps))
    return (h * gamma.astype(float32) + beta.astype(float32)).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != x.shape[-1:]:
        raise ValueError("bad parameter shape")
    h = x.astype(float32)
    h = h - h.mean(axis=-1, keepdims=True, dtype=float32)
    h = h - h.mean(axis=-1, keepdims=True, dtype=float32)
    r = 1 / np.sqrt(h.var(axis=-1, keepdims=True) + float32(eps))
    h = h * r
    g = dy.astype(float32)
    ax = tuple(range(x.ndim - 1))
    dgamma, dbeta = (g * h).sum(axis=ax), g.sum(axis=ax)
    g = g * gamma.astype(float32)
    dx = r * (g - g.mean(axis=-1, keepdims=True) - h * (g * h).mean(axis=-1, keepdims=True))
    return dx.astype(x.dtype), dgamma, dbeta
