import math
import statistics

import numpy as np


def _validate(x, *ps):
    for p in ps:
        if list(p.shape) != [x.shape[-1]]:
            raise ValueError("expected a vector of length %i" % x.shape[-1])


def _fwd(row, gamma, beta, eps):
    mu = statistics.fmean(row)
    sd = math.sqrt(statistics.fmean((row - mu) ** 2) + eps)
    return gamma * (row - mu) / sd + beta


def _bwd(up, row, gamma, eps):
    mu = statistics.fmean(row)
    sd = math.sqrt(statistics.fmean((row - mu) ** 2) + eps)
    h, g = (row - mu) / sd, up * gamma
    return (g - statistics.fmean(g) - h * statistics.fmean(g * h)) / sd, up * h


_forward = np.vectorize(_fwd, otypes=[float], signature="(d),(d),(d),()->(d)")
_backward = np.vectorize(_bwd, otypes=[float, float], signature="(d),(d),(d),()->(d),(d)")


def layer_norm(x, gamma, beta, eps=1e-5):
    _validate(x, gamma, beta)
    if not x.size:
        return x.copy()
    return _forward(*(a.astype(float) for a in (x, gamma, beta)), eps).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _validate(x, gamma)
    D = x.shape[-1]
    if not x.size:
        return x.copy(), np.zeros(D), np.zeros(D)
    dx, contrib = _backward(*(a.astype(float) for a in (dy, x, gamma)), eps)
    return dx.astype(x.dtype), contrib.reshape(-1, D).sum(0), dy.reshape(-1, D).sum(0, dtype=float)
