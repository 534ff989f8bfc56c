"""A function of one row; np.vectorize with a signature does the leading axes."""

import numpy as np


def _row_forward(row, gamma, beta, eps):
    row = row.astype(np.float64)
    return gamma * (row - np.mean(row)) / np.sqrt(np.var(row) + eps) + beta


def _row_backward(up, row, gamma, eps):
    row, up = row.astype(np.float64), up.astype(np.float64)
    s = 1 / np.sqrt(np.var(row) + eps)
    hat = (row - np.mean(row)) * s
    g = gamma * up
    return s * (g - np.mean(g) - hat * np.mean(g * hat)), up * hat


_forward = np.vectorize(_row_forward, signature="(d),(d),(d),()->(d)", otypes=[np.float64])
_backward = np.vectorize(
    _row_backward, signature="(d),(d),(d),()->(d),(d)", otypes=[np.float64, np.float64]
)


def _check(x, *vectors):
    if any(v.shape != x.shape[-1:] for v in vectors):
        raise ValueError("gamma and beta need the shape of x's last axis")


def layer_norm(x, gamma, beta, eps=1e-5):
    _check(x, gamma, beta)
    if x.size == 0:
        return np.empty(x.shape, x.dtype)
    return _forward(x, gamma, beta, eps).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _check(x, gamma)
    if x.size == 0:
        return np.empty(x.shape, x.dtype), np.zeros(x.shape[-1]), np.zeros(x.shape[-1])
    dx, each = _backward(dy, x, gamma, eps)
    leading = tuple(range(x.ndim - 1))
    return dx.astype(x.dtype), each.sum(leading), dy.sum(leading, dtype=np.float64)
