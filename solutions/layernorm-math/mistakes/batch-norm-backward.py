r"""
what: The means in dx are taken over axis 0; they go over the same axis as the statistics.
what.zh: dx 里的均值沿第 0 轴取；应与统计量沿同一轴。
numbers: The forward pass is right. For one row dx is -x_hat * g * x_hat / std plus nothing: g -
  mean(g) vanishes.
numbers.zh: 前向正确。只有一行时 g - mean(g) 消失，dx 只剩 -x_hat * g * x_hat / std。
why: The formula was copied from Batch Normalization, where rows are summed over.
why.zh: 公式抄自批归一化，那里是对行求和。
fix: Use `axis=-1` in dx; only dgamma and dbeta are summed over the rows.
fix.zh: dx 中用 `axis=-1`；只有 dgamma 和 dbeta 对行求和。
fails: dx_is_the_exact_gradient, gamma_acts_inside_dx, backward_uses_eps,
  backward_any_leading_axes, backward_large_offset, backward_float16_is_computed_in_float32
line: -(?!\s*1\b).*\b(?:mean|sum)\(.*\baxis\s*=\s*0\b|-(?!\s*1\b).*\b(?:mean|sum)\(\s*0\s*,\s*keepdims
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
    g = up * gamma
    dx = inv_std * (
        g - g.mean(axis=0, keepdims=True) - x_hat * (g * x_hat).mean(axis=0, keepdims=True)
    )
    return dx.astype(x.dtype), dgamma, dbeta
