# squares-in-float16-backward: the backward variance squares x in float16 (overflow from 256 on) though sums run in float32.
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:]:
        raise ValueError("gamma and beta must be (D,)")
    a = x.astype(np.float64)
    a -= a.mean(-1, keepdims=True)
    return (a / np.sqrt((a * a).mean(-1, keepdims=True) + eps) * gamma + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != x.shape[-1:]:
        raise ValueError("gamma must be (D,)")
    mu = x.mean(-1, keepdims=True, dtype=np.float64)
    dev = (x - mu).astype(x.dtype)
    s = np.sqrt(np.mean(dev * dev, axis=-1, keepdims=True, dtype=np.float64) + eps)
    h, u = (x - mu) / s, dy.astype(np.float64)
    g = u * gamma
    dx = (g - g.mean(-1, keepdims=True) - h * (g * h).mean(-1, keepdims=True)) / s
    lead = tuple(range(x.ndim - 1))
    return dx.astype(x.dtype), (u * h).sum(axis=lead), u.sum(axis=lead)
