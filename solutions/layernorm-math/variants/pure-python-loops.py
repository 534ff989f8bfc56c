"""Python numbers and loops only: NumPy just to read and to make the arrays."""

import math

import numpy as np


def _rows(a):
    d = a.shape[-1]
    return [[float(v) for v in row] for row in a.reshape(-1, d)]


def _stats(row, eps):
    d = len(row)
    mean = sum(row) / d
    var = sum((v - mean) ** 2 for v in row) / d
    s = math.sqrt(var + eps)
    return [(v - mean) / s for v in row], s


def _vector(name, a, d):
    if a.shape != (d,):
        raise ValueError(f"{name} has shape {a.shape}, not {(d,)}")
    return [float(v) for v in a]


def layer_norm(x, gamma, beta, eps=1e-5):
    d = x.shape[-1]
    gamma, beta = _vector("gamma", gamma, d), _vector("beta", beta, d)
    out = []
    for row in _rows(x):
        hat, _ = _stats(row, eps)
        out.append([g * h + b for g, h, b in zip(gamma, hat, beta)])
    return np.array(out, dtype=x.dtype).reshape(x.shape)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    d = x.shape[-1]
    gamma = _vector("gamma", gamma, d)
    dgamma, dbeta, dx = [0.0] * d, [0.0] * d, []
    for up, row in zip(_rows(dy), _rows(x)):
        hat, s = _stats(row, eps)
        for j in range(d):
            dgamma[j] += up[j] * hat[j]
            dbeta[j] += up[j]
        g = [u * w for u, w in zip(up, gamma)]
        mean_g = sum(g) / d
        mean_gh = sum(a * b for a, b in zip(g, hat)) / d
        dx.append([(g[j] - mean_g - hat[j] * mean_gh) / s for j in range(d)])
    return np.array(dx, dtype=x.dtype).reshape(x.shape), np.array(dgamma), np.array(dbeta)
