# sequential-float32-mean: float32 rows are summed one feature after another in float32, so at D = 1000 and mean 1e4 the mean itself is off by more than 5e-3.
import numpy as np


def _ct(x):
    return np.promote_types(x.dtype, np.float32).type


def _mean(a):
    """Mean over the last axis, kept."""
    total = np.zeros(a.shape[:-1], a.dtype)
    for j in range(a.shape[-1]):
        total = total + a[..., j]
    return (total / a.dtype.type(a.shape[-1]))[..., None]


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:]:
        raise ValueError("gamma and beta must be (D,)")
    a = x.astype(_ct(x))
    c = a - _mean(a)
    return (c / np.sqrt(_mean(c * c) + eps) * gamma + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != x.shape[-1:]:
        raise ValueError("gamma must be (D,)")
    a, u = x.astype(_ct(x)), dy.astype(_ct(x))
    c = a - _mean(a)
    s = np.sqrt(_mean(c * c) + eps)
    h, g = c / s, (u * gamma).astype(_ct(x))
    dx = (g - _mean(g) - h * _mean(g * h)) / s
    lead = tuple(range(x.ndim - 1))
    return dx.astype(x.dtype), (u * h).sum(axis=lead), u.sum(axis=lead)
