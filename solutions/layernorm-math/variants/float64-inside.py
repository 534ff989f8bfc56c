"""Computes everything in float64 with np.mean and np.var, and casts back at the end."""

import numpy as np


def check_vector(name, v, d):
    if getattr(v, "ndim", None) != 1 or v.shape[0] != d:
        raise ValueError(f"{name} must be a vector of length {d}")


def layer_norm(x, gamma, beta, eps=1e-5):
    d = x.shape[-1]
    check_vector("gamma", gamma, d)
    check_vector("beta", beta, d)
    z = np.array(x, dtype=np.float64)
    mu = z.mean(-1, keepdims=True)
    var = z.var(-1, keepdims=True)
    out = (z - mu) / np.sqrt(var + eps) * gamma.astype(np.float64) + beta
    return out.astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    d = x.shape[-1]
    check_vector("gamma", gamma, d)
    z, up = np.array(x, dtype=np.float64), np.array(dy, dtype=np.float64)
    mu, var = z.mean(-1, keepdims=True), z.var(-1, keepdims=True)
    std = np.sqrt(var + eps)
    xhat = (z - mu) / std
    dbeta = up.reshape(-1, d).sum(0)
    dgamma = (up * xhat).reshape(-1, d).sum(0)
    dxhat = up * gamma
    # The form with D in front, as in many course notes.
    dx = (
        d * dxhat - dxhat.sum(-1, keepdims=True) - xhat * (dxhat * xhat).sum(-1, keepdims=True)
    ) / (d * std)
    return dx.astype(x.dtype), dgamma, dbeta
