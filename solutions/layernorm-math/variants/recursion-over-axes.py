"""Recursion: leading axes are a stack of smaller arrays, down to a single row."""

import numpy as np


def _row(v, eps):
    v = v.astype(np.float64)
    v = v - v.mean()
    s = np.sqrt(np.dot(v, v) / len(v) + eps)
    return v / s, s


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:]:
        raise ValueError(f"{gamma.shape} and {beta.shape} should be {x.shape[-1:]}")
    y = np.zeros_like(x)
    if x.ndim == 1:
        y[:] = gamma * _row(x, eps)[0] + beta
    else:
        for i, part in enumerate(x):
            y[i] = layer_norm(part, gamma, beta, eps)
    return y


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != x.shape[-1:]:
        raise ValueError(f"{gamma.shape} should be {x.shape[-1:]}")
    if x.ndim == 1:
        h, s = _row(x, eps)
        up = dy.astype(np.float64)
        g = up * gamma
        return ((g - g.mean() - h * (g @ h) / len(h)) / s).astype(x.dtype), up * h, up
    dx, dgamma, dbeta = np.zeros_like(x), np.zeros(len(gamma)), np.zeros(len(gamma))
    for i in range(len(x)):
        dx[i], more_gamma, more_beta = layer_norm_backward(dy[i], x[i], gamma, eps)
        dgamma, dbeta = dgamma + more_gamma, dbeta + more_beta
    return dx, dgamma, dbeta
