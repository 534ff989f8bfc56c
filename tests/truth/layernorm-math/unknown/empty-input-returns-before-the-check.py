# empty-input-returns-before-the-check: where x has no rows both functions return early, before the shapes of gamma and beta are looked at.
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    if x.size == 0:
        return x.copy()
    if gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:]:
        raise ValueError("gamma and beta must be (D,)")
    a = x.astype(np.float64)
    return (gamma * (a - a.mean(-1, keepdims=True)) / np.sqrt(a.var(-1, keepdims=True) + eps) + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    D = x.shape[-1]
    if x.size == 0:
        return x.copy(), np.zeros(D), np.zeros(D)
    if gamma.shape != (D,):
        raise ValueError("gamma must be (D,)")
    a, u = x.reshape(-1, D).astype(np.float64), dy.reshape(-1, D).astype(np.float64)
    s = np.sqrt(a.var(1, keepdims=True) + eps)
    a = (a - a.mean(1, keepdims=True)) / s
    g = u * gamma
    dx = (g - g.mean(1, keepdims=True) - a * (g * a).mean(1, keepdims=True)) / s
    return dx.reshape(x.shape).astype(x.dtype), (u * a).sum(0), u.sum(0)
