# Computes in float32 for float16 and float32, in float64 for float64; nothing clever.
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    D = x.shape[-1]
    if gamma.shape != (D,) or beta.shape != (D,):
        raise ValueError("gamma and beta must be of shape (D,)")
    ct = np.promote_types(x.dtype, np.float32)
    xc = x.astype(ct)
    mean = xc.mean(axis=-1, keepdims=True)
    var = xc.var(axis=-1, keepdims=True)
    y = (xc - mean) / np.sqrt(var + eps) * gamma + beta
    return y.astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    D = x.shape[-1]
    if gamma.shape != (D,):
        raise ValueError("gamma must be of shape (D,)")
    ct = np.promote_types(x.dtype, np.float32)
    xc, dyc = x.astype(ct), dy.astype(ct)
    mean = xc.mean(axis=-1, keepdims=True)
    rstd = 1 / np.sqrt(xc.var(axis=-1, keepdims=True) + eps)
    xhat = (xc - mean) * rstd
    axes = tuple(range(x.ndim - 1))
    g = dyc * gamma
    dx = rstd * (g - g.mean(axis=-1, keepdims=True) - xhat * (g * xhat).mean(axis=-1, keepdims=True))
    return dx.astype(x.dtype), (dyc * xhat).sum(axis=axes), dyc.sum(axis=axes)
