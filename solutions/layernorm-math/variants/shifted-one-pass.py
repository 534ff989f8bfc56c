"""One pass over data shifted by each row's first value, where E[d^2] - E[d]^2 loses nothing."""

import numpy as np


def _check(p, x):
    if p.shape != (x.shape[-1],):
        raise ValueError(f"expected ({x.shape[-1]},), found {p.shape}")


def _normal(x, eps):
    w = np.promote_types(x.dtype, np.float64)
    shifted = x.astype(w) - x[..., :1].astype(w)
    m1 = np.mean(shifted, axis=-1, keepdims=True)
    m2 = np.mean(shifted * shifted, axis=-1, keepdims=True)
    std = np.sqrt(np.maximum(m2 - m1 * m1, 0.0) + eps)
    return (shifted - m1) / std, std


def layer_norm(x, gamma, beta, eps=1e-5):
    _check(gamma, x)
    _check(beta, x)
    hat, _ = _normal(x, eps)
    return (beta + hat * gamma).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _check(gamma, x)
    hat, std = _normal(x, eps)
    dy = dy.astype(std.dtype)
    lead = tuple(range(dy.ndim)[:-1])
    g = dy * gamma
    t = np.mean(g, axis=-1, keepdims=True) + hat * np.mean(g * hat, axis=-1, keepdims=True)
    return ((g - t) / std).astype(x.dtype), np.sum(dy * hat, lead), np.sum(dy, lead)
