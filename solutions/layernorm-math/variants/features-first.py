"""Moves the features to the front, where row statistics broadcast without keepdims."""

import numpy as np


def _front(a):
    return np.moveaxis(a.astype(np.result_type(a, np.float32)), -1, 0)


def _column(p, features, like):
    """gamma or beta with one axis for each axis of the moved array."""
    if p.shape != (features,):
        raise ValueError(f"wanted one value a feature ({features}), got shape {p.shape}")
    return p[(slice(None),) + (None,) * (like.ndim - 1)]


def layer_norm(x, gamma, beta, eps=1e-5):
    f = _front(x)
    w, b = _column(gamma, len(f), f), _column(beta, len(f), f)
    f = f - f.mean(0)
    f = f / np.sqrt((f * f).mean(0) + eps)
    return np.ascontiguousarray(np.moveaxis(w * f + b, 0, -1)).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    f, up = _front(x), _front(dy)
    w = _column(gamma, len(f), f)
    f = f - f.mean(0)
    s = np.sqrt((f * f).mean(0) + eps)
    f = f / s
    dgamma = np.array([np.sum(a * b) for a, b in zip(up, f)])
    dbeta = np.array([np.sum(a) for a in up])
    g = up * w
    dx = (g - g.mean(0) - f * (f * g).mean(0)) / s
    return np.moveaxis(dx, 0, -1).astype(x.dtype), dgamma, dbeta
