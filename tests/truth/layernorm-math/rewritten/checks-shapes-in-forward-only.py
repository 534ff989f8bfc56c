# checks-shapes-in-forward-only
import numpy as np


def _normalize(x, eps):
    """x_hat and 1/std, in float64."""
    x = x.astype(np.float64)
    centered = x - np.mean(x, axis=-1, keepdims=True)
    inv = 1 / np.sqrt(np.mean(np.square(centered), axis=-1, keepdims=True) + eps)
    return centered * inv, inv


def layer_norm(x, gamma, beta, eps=1e-5):
    D = x.shape[-1]
    for p in (gamma, beta):
        if p.ndim != 1 or len(p) != D:
            raise ValueError("gamma and beta must be vectors of length %d" % D)
    x_hat, _ = _normalize(x, eps)
    return np.asarray(x_hat * gamma + beta, dtype=x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    x_hat, inv = _normalize(x, eps)
    up = dy.astype(np.float64)
    rows = tuple(range(x.ndim - 1))

    dbeta = np.sum(up, axis=rows)
    dgamma = np.sum(up * x_hat, axis=rows)

    dxhat = up * gamma
    proj = np.mean(dxhat * x_hat, axis=-1, keepdims=True)
    dx = inv * (dxhat - dxhat.mean(-1, keepdims=True) - x_hat * proj)
    return np.asarray(dx, dtype=x.dtype), dgamma, dbeta
