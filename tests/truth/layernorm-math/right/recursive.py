import numpy as np


def _check(D, *vs):
    for v in vs:
        if v.shape != (D,):
            raise ValueError(v.shape)


def layer_norm(x, gamma, beta, eps=1e-5):
    _check(x.shape[-1], gamma, beta)
    if x.ndim > 1:
        y = np.zeros(x.shape, x.dtype)
        for i, sub in enumerate(x):
            y[i] = layer_norm(sub, gamma, beta, eps)
        return y
    r = x.astype(np.float64)
    r = (r - r.mean()) / np.sqrt(r.var() + eps)
    return (gamma * r + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    D = x.shape[-1]
    _check(D, gamma)
    if x.ndim > 1:
        dx, dgamma, dbeta = np.zeros_like(x), np.zeros(D), np.zeros(D)
        for i in range(len(x)):
            dx[i], dg, db = layer_norm_backward(dy[i], x[i], gamma, eps)
            dgamma += dg
            dbeta += db
        return dx, dgamma, dbeta
    r, u = x.astype(np.float64), dy.astype(np.float64)
    s = np.sqrt(r.var() + eps)
    r = (r - r.mean()) / s
    g = gamma * u
    return ((g - g.mean() - r * (g @ r) / D) / s).astype(x.dtype), u * r, u
