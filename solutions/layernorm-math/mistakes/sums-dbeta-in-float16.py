"""
what: You summed a float16 dy in float16 for dbeta.
what.zh: 你用 float16 对 float16 的 dy 求和得到 dbeta。
numbers: A float16 sum of ones stops growing at 2048, as 2049 does not exist; 600 rows of about
  75 come out 2 percent too small.
numbers.zh: float16 下对 1 求和到 2048 就不再增长，因为 2049 不存在；600 行、每个约 75 时会偏小 2%。
why: x was widened for the statistics; dbeta does not need them, and dy was forgotten.
why.zh: 为了统计量把 x 转宽了；dbeta 用不到它们，于是忘了 dy。
fix: Widen dy first too, or give the sum `dtype=np.float32`.
fix.zh: dy 也先转宽，或给求和加上 `dtype=np.float32`。
fails: backward_float16_is_computed_in_float32
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
    rows = tuple(range(x.ndim - 1))
    dgamma = (up * x_hat).sum(axis=rows)
    dbeta = dy.sum(axis=rows)
    g = up * gamma
    dx = inv_std * (
        g - g.mean(axis=-1, keepdims=True) - x_hat * (g * x_hat).mean(axis=-1, keepdims=True)
    )
    return dx.astype(x.dtype), dgamma, dbeta
