# divides-by-d-minus-1
import numpy as np


def _check(x, *ps):
    for p in ps:
        if p.shape != (x.shape[-1],):
            raise ValueError(p.shape)


def _moments(row):
    n = row.size
    mean = row.sum() / n
    dev = row - mean
    variance = dev @ dev / np.float64(n - 1)
    return dev, variance


def layer_norm(x, gamma, beta, eps=1e-5):
    _check(x, gamma, beta)
    D = x.shape[-1]
    flat = x.reshape(-1, D) if x.size else np.zeros((0, D))
    out = np.zeros(flat.shape, dtype=np.float64)
    for i in range(flat.shape[0]):
        dev, variance = _moments(flat[i].astype(np.float64))
        out[i] = gamma * dev / np.sqrt(variance + eps) + beta
    return out.reshape(x.shape).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _check(x, gamma)
    D = x.shape[-1]
    dgamma = np.zeros(D)
    dbeta = np.zeros(D)
    if x.size == 0:
        return np.zeros(x.shape, x.dtype), dgamma, dbeta
    xs = x.reshape(-1, D).astype(np.float64)
    dys = dy.reshape(-1, D).astype(np.float64)
    dxs = np.empty_like(xs)
    for i, (row, up) in enumerate(zip(xs, dys)):
        dev, variance = _moments(row)
        s = np.sqrt(variance + eps)
        xh = dev / s
        dgamma += up * xh
        dbeta += up
        g = up * gamma
        dxs[i] = (g - g.mean() - xh * (g @ xh) / np.float64(D - 1)) / s
    return dxs.reshape(x.shape).astype(x.dtype), dgamma, dbeta
