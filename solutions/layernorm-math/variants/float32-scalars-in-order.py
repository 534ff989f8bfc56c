"""Loops over NumPy scalars of x's own dtype (float32 for float16), every sum taken in order."""

import numpy as np


def _checked(v, x, name):
    if v.ndim != 1 or len(v) != x.shape[-1]:
        raise ValueError(name + " must have shape (D,)")
    return v


def _one_row(row, eps):
    n = row.dtype.type(len(row))
    total = row.dtype.type(0)
    for value in row:
        total = total + value
    mean = total / n
    squares = row.dtype.type(0)
    for value in row:
        squares = squares + (value - mean) * (value - mean)
    return mean, np.sqrt(squares / n + row.dtype.type(eps))


def layer_norm(x, gamma, beta, eps=1e-5):
    gamma, beta = _checked(gamma, x, "gamma"), _checked(beta, x, "beta")
    y = np.zeros(x.shape, dtype=x.dtype)
    for where in np.ndindex(*x.shape[:-1]):
        row = x[where]
        if row.dtype == np.float16:
            row = row.astype(np.float32)
        mean, std = _one_row(row, eps)
        for j, value in enumerate(row):
            y[where + (j,)] = gamma[j] * ((value - mean) / std) + beta[j]
    return y


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    gamma = _checked(gamma, x, "gamma")
    wide = np.float32 if x.dtype == np.float16 else x.dtype
    dx = np.zeros(x.shape, dtype=x.dtype)
    dgamma, dbeta = np.zeros(x.shape[-1], dtype=wide), np.zeros(x.shape[-1], dtype=wide)
    for where in np.ndindex(*x.shape[:-1]):
        row, up = x[where].astype(wide), dy[where].astype(wide)
        mean, std = _one_row(row, eps)
        sum_g = sum_gh = row.dtype.type(0)
        for j in range(len(row)):
            hat = (row[j] - mean) / std
            dgamma[j] += up[j] * hat
            dbeta[j] += up[j]
            sum_g += up[j] * gamma[j]
            sum_gh += up[j] * gamma[j] * hat
        n = len(row)
        for j in range(n):
            hat = (row[j] - mean) / std
            dx[where + (j,)] = (up[j] * gamma[j] - sum_g / n - hat * (sum_gh / n)) / std
    return dx, dgamma, dbeta
