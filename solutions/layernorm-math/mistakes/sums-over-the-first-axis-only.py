r"""
what: You summed dgamma and dbeta over axis 0; every leading axis is to be summed over.
what.zh: dgamma 和 dbeta 只对第 0 轴求和了；应对所有前导轴求和。
numbers: Right for `(B, D)`. For `(2, 3, 5)` both have shape `(3, 5)`, and for a single row
  `(5,)` they are one number.
numbers.zh: 对 `(B, D)` 正确；对 `(2, 3, 5)` 两者形状为 `(3, 5)`，对单行 `(5,)` 则成了一个数。
why: Written for two axes.
why.zh: 是按两个轴写的。
fix: Sum over `tuple(range(dy.ndim - 1))`, or reshape to `(-1, D)` first.
fix.zh: 对 `tuple(range(dy.ndim - 1))` 求和，或先 reshape 成 `(-1, D)`。
fails: backward_any_leading_axes
line: \b(?:d|grad)_?(?:g|b)\w*\s*=(?!\s*d_?[gb])(?!.*(?:reshape|mean)).*\bsum\((?:.*,)?\s*(?:axis\s*=\s*)?0\s*[,)]
"""

import numpy as np


def _check(p, x, name):
    if p.shape != (x.shape[-1],):
        raise ValueError(f"{name} must have shape {(x.shape[-1],)}, got {p.shape}")


def layer_norm(x, gamma, beta, eps=1e-5):
    _check(gamma, x, "gamma")
    _check(beta, x, "beta")
    z = x.astype(np.float64)
    mean = z.mean(axis=-1, keepdims=True)
    var = z.var(axis=-1, keepdims=True)
    return (gamma * (z - mean) / np.sqrt(var + eps) + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _check(gamma, x, "gamma")
    z, up = x.astype(np.float64), dy.astype(np.float64)
    mean = z.mean(axis=-1, keepdims=True)
    inv_std = 1.0 / np.sqrt(z.var(axis=-1, keepdims=True) + eps)
    x_hat = (z - mean) * inv_std
    dgamma = (up * x_hat).sum(axis=0)
    dbeta = up.sum(axis=0)
    g = up * gamma
    dx = inv_std * (
        g - g.mean(axis=-1, keepdims=True) - x_hat * (g * x_hat).mean(axis=-1, keepdims=True)
    )
    return dx.astype(x.dtype), dgamma, dbeta
