# sums-dbeta-in-float16
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    if not (gamma.shape == beta.shape == x.shape[-1:]):
        raise ValueError("shapes")
    h = x.astype("f8")
    h = (h - h.mean(-1, keepdims=True)) / (h.var(-1, keepdims=True) + eps) ** 0.5
    return (gamma * h + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != x.shape[-1:]:
        raise ValueError("shapes")
    D = x.shape[-1]
    leading = tuple(range(x.ndim - 1))
    dbeta = dy.sum(axis=leading)

    h = x.astype("f8")
    s = (h.var(-1, keepdims=True) + eps) ** 0.5
    h = (h - h.mean(-1, keepdims=True)) / s
    u = dy.astype("f8")
    dgamma = (u * h).sum(axis=leading)
    g = u * gamma
    dx = (g - g.sum(-1, keepdims=True) / D - h * (g * h).sum(-1, keepdims=True) / D) / s
    return dx.astype(x.dtype), dgamma, dbeta
