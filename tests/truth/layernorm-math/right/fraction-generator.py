import numpy as np
from itertools import product
from statistics import fmean

def _each(x):
    yield from product(*map(range, x.shape[:-1]))

def layer_norm(x, gamma, beta, eps=1e-5):
    D = x.shape[-1]
    if (D,) != gamma.shape or (D,) != beta.shape:
        raise ValueError("gamma/beta shape")
    y = np.zeros_like(x)
    for i in _each(x):
        row = x[i].astype(np.float64)
        m = fmean(row.tolist())
        s = (fmean([(v - m) ** 2 for v in row.tolist()]) + eps) ** 0.5
        y[i] = np.array([g * (v - m) / s + b for v, g, b in zip(row.tolist(), gamma.tolist(), beta.tolist())])
    return y

def layer_norm_backward(dy, x, gamma, eps=1e-5):
    D = x.shape[-1]
    if (D,) != gamma.shape:
        raise ValueError("gamma shape")
    dx = np.zeros_like(x)
    dgb = np.zeros((2, D))
    for i in _each(x):
        row, d = x[i].astype(np.float64), dy[i].astype(np.float64)
        m = fmean(row.tolist())
        s = (fmean([(v - m) ** 2 for v in row.tolist()]) + eps) ** 0.5
        h = (row - m) / s
        g = d * gamma
        dx[i] = (g - fmean(g.tolist()) - h * fmean((g * h).tolist())) / s
        dgb += np.stack([d * h, d])
    dgamma, dbeta = dgb
    return dx, dgamma, dbeta
