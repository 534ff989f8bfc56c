"""
what: You checked the shape of gamma but not of beta.
what.zh: 你检查了 gamma 的形状，没有检查 beta 的。
numbers: A beta of `()`, `(1,)` or `(D, 1)` is broadcast without a word.
numbers.zh: `()`、`(1,)` 或 `(D, 1)` 的 beta 会被悄悄广播。
why: The check was written for the factor and not repeated for the shift.
why.zh: 检查是为缩放系数写的，没有为平移项再写一遍。
fix: Check both in `layer_norm`.
fix.zh: 在 `layer_norm` 中两者都检查。
fails: rejects_wrong_parameter_shapes
"""

import numpy as np


def _check(p, x, name):
    if p.shape != (x.shape[-1],):
        raise ValueError(f"{name} must have shape {(x.shape[-1],)}, got {p.shape}")


def layer_norm(x, gamma, beta, eps=1e-5):
    _check(gamma, x, "gamma")
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
    rows = tuple(range(x.ndim - 1))
    dgamma = (up * x_hat).sum(axis=rows)
    dbeta = up.sum(axis=rows)
    g = up * gamma
    dx = inv_std * (
        g - g.mean(axis=-1, keepdims=True) - x_hat * (g * x_hat).mean(axis=-1, keepdims=True)
    )
    return dx.astype(x.dtype), dgamma, dbeta
