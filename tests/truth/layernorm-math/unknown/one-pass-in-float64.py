# one-pass-in-float64: the variance is E[x^2] - E[x]^2 in float64 for every input: fine for float32 at mean 1e4, but a float64 row of mean 1e4 is right to 1e-7 only, not 1e-9.
import numpy as np


def _stats(x):
    a = x.astype(np.float64)
    mu = a.mean(-1, keepdims=True)
    return a, mu, np.maximum((a ** 2).mean(-1, keepdims=True) - mu ** 2, 0.0)


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:]:
        raise ValueError("gamma and beta must be (D,)")
    a, mu, var = _stats(x)
    return ((a - mu) / np.sqrt(var + eps) * gamma + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != x.shape[-1:]:
        raise ValueError("gamma must be (D,)")
    a, mu, var = _stats(x)
    u, s = dy.astype(np.float64), np.sqrt(var + eps)
    h, g = (a - mu) / s, u * gamma
    dx = (g - g.mean(-1, keepdims=True) - h * (g * h).mean(-1, keepdims=True)) / s
    lead = tuple(range(x.ndim - 1))
    return dx.astype(x.dtype), (u * h).sum(axis=lead), u.sum(axis=lead)
