# compares-sizes-not-shapes+one-pass-variance-backward
import numpy as np


def _work(x):
    return np.float32 if x.dtype.itemsize < 8 else np.float64


def layer_norm(x, gamma, beta, eps=1e-5):
    D = x.shape[-1]
    if gamma.size != D or beta.size != D:
        raise ValueError("gamma and beta must have D elements")
    z = x.astype(np.float64)
    z = z - z.mean(axis=-1, keepdims=True)
    return (gamma * z / np.sqrt((z * z).mean(axis=-1, keepdims=True) + eps) + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    D = x.shape[-1]
    if gamma.size != D:
        raise ValueError("gamma must have D elements")
    t = _work(x)
    z, u, w = x.astype(t), dy.astype(t), gamma.astype(t)
    mu = z.sum(axis=-1, keepdims=True) / D
    var = (z ** 2).sum(axis=-1, keepdims=True) / D - mu ** 2
    inv = 1 / np.sqrt(var + eps)
    h = (z - mu) * inv
    lead = tuple(range(x.ndim - 1))
    dgamma, dbeta = (u * h).sum(axis=lead), u.sum(axis=lead)
    g = u * w
    dx = inv * (g - g.mean(axis=-1, keepdims=True) - h * (g * h).mean(axis=-1, keepdims=True))
    return dx.astype(x.dtype), dgamma, dbeta
