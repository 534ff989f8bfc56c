# forgets-the-shape-of-beta
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    assert_gamma(x, gamma)
    wide = x.astype(np.longdouble) if x.dtype == np.float64 else x.astype(np.float64)
    mu = wide.mean(axis=-1, keepdims=True)
    var = ((wide - mu) ** 2).mean(axis=-1, keepdims=True)
    return (gamma * (wide - mu) / np.sqrt(var + eps) + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    assert_gamma(x, gamma)
    wide = x.astype(np.float64)
    dy_ = dy.astype(np.float64)
    D = wide.shape[-1]
    mu = wide.mean(axis=-1, keepdims=True)
    var = ((wide - mu) ** 2).mean(axis=-1, keepdims=True)
    inv = (var + eps) ** -0.5
    xhat = (wide - mu) * inv
    dxhat = dy_ * gamma
    total = dxhat.sum(axis=-1, keepdims=True)
    inner = (dxhat * xhat).sum(axis=-1, keepdims=True)
    dx = inv / D * (D * dxhat - total - xhat * inner)
    leading = tuple(range(wide.ndim - 1))
    return dx.astype(x.dtype), (dy_ * xhat).sum(axis=leading), dy_.sum(axis=leading)


def assert_gamma(x, gamma):
    if tuple(gamma.shape) != (x.shape[-1],):
        raise ValueError("gamma should have one entry per feature")
