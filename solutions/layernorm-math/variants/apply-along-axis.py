"""np.apply_along_axis for the forward pass and for dx; lengths of 0 are handled apart."""

import numpy as np


def _validated(x, param, name):
    if param.shape != (x.shape[-1],):
        raise ValueError(f"{name}.shape is {param.shape}")
    return param


def _standardize(v, eps):
    v = v - np.sum(v) / v.size
    return v / np.sqrt(np.dot(v, v) / v.size + eps)


def layer_norm(x, gamma, beta, eps=1e-5):
    _validated(x, gamma, "gamma")
    _validated(x, beta, "beta")
    if 0 in x.shape:
        return np.zeros_like(x)
    hat = np.apply_along_axis(_standardize, -1, x.astype("f8"), eps)
    return (hat * gamma + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    d = x.shape[-1]
    _validated(x, gamma, "gamma")
    if 0 in x.shape:
        return np.zeros_like(x), np.zeros(d, x.dtype), np.zeros(d, x.dtype)

    def pull_back(both):  # the row and the gradient at it, end to end
        v, g = both[:d], both[d:]
        hat = _standardize(v, eps)
        sigma = np.sqrt(np.var(v) + eps)
        return (g - g.mean() - hat * (hat @ g) / d) / sigma

    x64, dy64 = x.astype("f8"), dy.astype("f8")
    hat = np.apply_along_axis(_standardize, -1, x64, eps)
    dx = np.apply_along_axis(pull_back, -1, np.concatenate([x64, dy64 * gamma], axis=-1))
    dgamma, dbeta = dy64 * hat, dy64
    while dbeta.ndim > 1:
        dgamma, dbeta = dgamma.sum(axis=0), dbeta.sum(axis=0)
    return dx.astype(x.dtype), dgamma, dbeta
