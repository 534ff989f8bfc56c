"""A running mean and variance (Welford's update) over the features, one feature at a time."""

import numpy as np


def _running(x, eps):
    x = x if x.dtype != np.float16 else np.float32(x)
    mean = np.zeros_like(x[..., 0])
    m2 = np.zeros_like(mean)
    for k in range(x.shape[-1]):
        delta = x[..., k] - mean
        mean = mean + delta / (k + 1)
        m2 = m2 + delta * (x[..., k] - mean)
    inv = 1 / np.sqrt(m2 / x.shape[-1] + eps)
    return (x - mean[..., None]) * inv[..., None], inv[..., None]


def _shape_or_error(x, p, label):
    if np.ndim(p) != 1 or np.size(p) != x.shape[-1]:
        raise ValueError(f"{label} has the wrong shape: {np.shape(p)}")


def layer_norm(x, gamma, beta, eps=1e-5):
    _shape_or_error(x, gamma, "gamma")
    _shape_or_error(x, beta, "beta")
    return np.asarray(_running(x, eps)[0] * gamma + beta, dtype=x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _shape_or_error(x, gamma, "gamma")
    hat, inv = _running(x, eps)
    up = dy.astype(hat.dtype)
    flat = (-1, x.shape[-1])
    dgamma = np.add.reduce((up * hat).reshape(flat), axis=0)
    dbeta = np.add.reduce(up.reshape(flat), axis=0)
    g = up * gamma
    dx = inv * (g - g.mean(-1)[..., None] - hat * np.mean(g * hat, -1)[..., None])
    return dx.astype(x.dtype), dgamma, dbeta
