# rounds-x-hat-to-float16
import numpy as np


def _xhat(x, eps):
    f = x.astype(np.float32) if x.dtype == np.float16 else x.astype(np.float64)
    f = f.astype(np.float64)
    mu = f.mean(axis=-1, keepdims=True)
    sd = np.sqrt(f.var(axis=-1, keepdims=True) + eps)
    return (f - mu) / sd, sd


def layer_norm(x, gamma, beta, eps=1e-5):
    expected = (x.shape[-1],)
    if gamma.shape != expected or beta.shape != expected:
        raise ValueError(f"gamma/beta must have shape {expected}")
    normed, _ = _xhat(x, eps)
    if x.dtype == np.float16:
        normed = normed.astype(x.dtype)     # back to the input's type
    y = normed * gamma.astype(np.float64) + beta.astype(np.float64)
    return y.astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    expected = (x.shape[-1],)
    if gamma.shape != expected:
        raise ValueError(f"gamma must have shape {expected}")
    normed, sd = _xhat(x, eps)
    dy64 = dy.astype(np.float64)
    axes = tuple(range(x.ndim - 1))
    dnormed = dy64 * gamma
    dx = dnormed - dnormed.mean(axis=-1, keepdims=True)
    dx -= normed * (dnormed * normed).mean(axis=-1, keepdims=True)
    dx /= sd
    return dx.astype(x.dtype), np.sum(dy64 * normed, axis=axes), np.sum(dy64, axis=axes)
