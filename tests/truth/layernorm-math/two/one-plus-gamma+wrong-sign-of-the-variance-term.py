# one-plus-gamma+wrong-sign-of-the-variance-term
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    D = x.shape[-1]
    if gamma.shape != (D,) or beta.shape != (D,):
        raise ValueError("parameters must have shape (D,)")
    x_hat, _ = _hat(x, eps)
    return ((1 + gamma.astype(np.float64)) * x_hat + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    D = x.shape[-1]
    if gamma.shape != (D,):
        raise ValueError("parameters must have shape (D,)")
    x_hat, sigma = _hat(x, eps)
    d = dy.astype(np.float64)
    axes = tuple(range(d.ndim - 1))
    g = d * (1 + gamma.astype(np.float64))
    dx = (g - g.mean(-1, keepdims=True) + x_hat * (g * x_hat).mean(-1, keepdims=True)) / sigma
    return dx.astype(x.dtype), (d * x_hat).sum(axis=axes), d.sum(axis=axes)


def _hat(x, eps):
    x = x.astype(np.float64)
    c = x - x.mean(-1, keepdims=True)
    sigma = np.sqrt((c * c).mean(-1, keepdims=True) + eps)
    return c / sigma, sigma
