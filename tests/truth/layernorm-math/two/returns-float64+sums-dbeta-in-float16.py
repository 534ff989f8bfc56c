# returns-float64+sums-dbeta-in-float16
import numpy as np


def stats(x, eps):
    x = x.astype(np.float64)
    m = x.mean(axis=-1, keepdims=True)
    return m, np.sqrt(((x - m) ** 2).mean(axis=-1, keepdims=True) + eps)


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:]:
        raise ValueError("gamma and beta must match the last axis")
    m, s = stats(x, eps)
    return (x - m) / s * gamma + beta


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != x.shape[-1:]:
        raise ValueError("gamma must match the last axis")
    m, s = stats(x, eps)
    xh = (x - m) / s
    lead = tuple(range(x.ndim - 1))
    g = dy.astype(np.float64) * gamma
    dx = (g - g.mean(axis=-1, keepdims=True) - xh * (g * xh).mean(axis=-1, keepdims=True)) / s
    return dx.astype(x.dtype), (dy * xh).sum(axis=lead), np.add.reduce(dy, axis=lead)
