r"""
what: You formed dy * gamma in float16 and widened only then.
what.zh: 你先用 float16 计算 dy * gamma，之后才转宽。
numbers: 300 * 300 = 9e4 is past 65504, so dx is NaN; smaller products are rounded to 3 digits
  before the means are subtracted.
numbers.zh: 300 * 300 = 9e4 超过 65504，dx 为 NaN；较小的乘积在减去均值之前就被舍入到 3 位有效数字。
why: The product looked too simple to go wrong.
why.zh: 这个乘积看上去太简单，不会出错。
fix: Widen dy before its first use.
fix.zh: 在第一次使用之前就把 dy 转宽。
fails: backward_float16_is_computed_in_float32
line: \(\s*(?:dy\s*\*\s*gamma|gamma\s*\*\s*dy)\s*\)\.astype\(|\bgamma\.astype\(\s*(?:dy|x)\.dtype
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
    dbeta = up.sum(axis=rows)
    g = (dy * gamma.astype(dy.dtype)).astype(np.float64)
    dx = inv_std * (
        g - g.mean(axis=-1, keepdims=True) - x_hat * (g * x_hat).mean(axis=-1, keepdims=True)
    )
    return dx.astype(x.dtype), dgamma, dbeta
