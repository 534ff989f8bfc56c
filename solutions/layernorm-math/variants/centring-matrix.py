"""Linear algebra: the centring matrix C = I - 11'/D, norms, and a projection that removes x_hat."""

import numpy as np


def _c(d):
    return np.identity(d) - 1.0 / d


def layer_norm(x, gamma, beta, eps=1e-5):
    (d,) = x.shape[-1:]
    if gamma.shape != (d,) or beta.shape != (d,):
        raise ValueError(f"gamma {gamma.shape} and beta {beta.shape} should both be ({d},)")
    v = x.astype(np.float64) @ _c(d)
    length = np.sqrt(np.linalg.norm(v, axis=-1, keepdims=True) ** 2 + d * eps)
    return (np.sqrt(d) * v / length * gamma + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    (d,) = x.shape[-1:]
    if gamma.shape != (d,):
        raise ValueError(f"gamma {gamma.shape} should be ({d},)")
    v = x.astype(np.float64) @ _c(d)
    length = np.sqrt(np.linalg.norm(v, axis=-1, keepdims=True) ** 2 + d * eps)
    u = v / length  # shorter than 1 by what eps takes
    up = dy.astype(np.float64)
    g = up @ np.diag(gamma.astype(np.float64)) @ _c(d)
    g = g - u * np.sum(u * g, axis=-1, keepdims=True)
    dx = np.sqrt(d) * g / length
    dgamma = np.sqrt(d) * np.tensordot(np.ones(u.size // d), (u * up).reshape(-1, d), 1)
    dbeta = np.tensordot(np.ones(u.size // d), up.reshape(-1, d), 1)
    return dx.astype(x.dtype), dgamma, dbeta
