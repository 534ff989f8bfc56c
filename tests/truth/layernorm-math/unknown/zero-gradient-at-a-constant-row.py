# zero-gradient-at-a-constant-row: dx is set to 0 where a row is constant, "as there is nothing to normalize"; it should be (g - mean(g)) / sqrt(eps).
import numpy as np


def _stats(x):
    x = x.astype(np.float64)
    c = x - x.mean(axis=-1, keepdims=True)
    return c, (c ** 2).mean(axis=-1, keepdims=True)


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:]:
        raise ValueError("shape of gamma or beta")
    c, var = _stats(x)
    return (gamma * c / np.sqrt(var + eps) + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != x.shape[-1:]:
        raise ValueError("shape of gamma")
    c, var = _stats(x)
    r = 1 / np.sqrt(var + eps)
    h, u = c * r, dy.astype(np.float64)
    g = u * gamma
    dx = r * (g - g.mean(-1, keepdims=True) - h * (g * h).mean(-1, keepdims=True))
    dx = np.where(var > 1e-20, dx, 0.0)
    lead = tuple(range(x.ndim - 1))
    return dx.astype(x.dtype), (u * h).sum(axis=lead), u.sum(axis=lead)
