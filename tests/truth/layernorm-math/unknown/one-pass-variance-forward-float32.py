# one-pass-variance-forward-float32: layer_norm (not the backward) computes E[x^2] - E[x]^2 in the dtype of x, useless at mean 1e4 in float32.
# named: one-pass-variance
import numpy as np


def _ct(x):
    return np.float64 if x.dtype == np.float64 else np.float32


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:]:
        raise ValueError("bad shapes")
    a = x.astype(_ct(x))
    mu = a.mean(-1, keepdims=True)
    var = np.maximum((a * a).mean(-1, keepdims=True) - mu * mu, 0)
    return ((a - mu) / np.sqrt(var + eps) * gamma + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != x.shape[-1:]:
        raise ValueError("bad shapes")
    a, u = x.astype(np.float64), dy.astype(np.float64)
    c = a - a.mean(-1, keepdims=True)
    inv = 1 / np.sqrt((c * c).mean(-1, keepdims=True) + eps)
    h = c * inv
    g = u * gamma
    dx = inv * (g - g.mean(-1, keepdims=True) - h * (g * h).mean(-1, keepdims=True))
    lead = tuple(range(x.ndim - 1))
    return dx.astype(x.dtype), (u * h).sum(axis=lead), u.sum(axis=lead)
