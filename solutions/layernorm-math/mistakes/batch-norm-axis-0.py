r"""
what: You took the statistics over axis 0, the batch: that is Batch Normalization.
what.zh: 你沿第 0 轴（批次）取统计量：那是批归一化。
numbers: Each feature has mean 0 over the batch, not each row over its features: with one row
  everything is beta; with two rows every x_hat is 1 or -1.
numbers.zh: 于是每个特征在批次上均值为 0，而不是每行在特征上：只有一行时输出全是 beta，两行时每个 x_hat 都是 1 或 -1。
why: The code began as Batch Normalization, or `axis=0` was read as "of each row".
why.zh: 代码由批归一化改来，或把 `axis=0` 理解成「对每一行」。
fix: Use `axis=-1, keepdims=True`: the result for one example may not depend on the others.
fix.zh: 使用 `axis=-1, keepdims=True`：一个样本的结果不应依赖其他样本。
fails: normalizes_each_row, uses_population_variance, gamma_scales_and_beta_shifts,
  eps_inside_the_square_root, eps_argument_is_used, any_leading_axes, constant_rows_give_beta,
  large_offset, keeps_the_dtype, float16_is_computed_in_float32, dgamma_and_dbeta,
  dx_is_the_exact_gradient, gamma_acts_inside_dx, backward_uses_eps, backward_any_leading_axes,
  backward_large_offset, backward_float16_is_computed_in_float32
line: \b(?:var|std)\(.*\baxis\s*=\s*0\b|\b(?:var|std)\(\s*0\s*,\s*keepdims|\bmean\(.*(?:\*\*\s*2|square).*\baxis\s*=\s*0\b|\b(?:mu|mean|m|avg)\s*=.*\b(?:mean|sum)\(.*\baxis\s*=\s*0\b
"""

import numpy as np


def _check(p, x, name):
    if p.shape != (x.shape[-1],):
        raise ValueError(f"{name} must have shape {(x.shape[-1],)}, got {p.shape}")


def layer_norm(x, gamma, beta, eps=1e-5):
    _check(gamma, x, "gamma")
    _check(beta, x, "beta")
    z = x.astype(np.float64)
    mean = z.mean(axis=0, keepdims=True)
    var = z.var(axis=0, keepdims=True)
    return (gamma * (z - mean) / np.sqrt(var + eps) + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _check(gamma, x, "gamma")
    z, up = x.astype(np.float64), dy.astype(np.float64)
    mean = z.mean(axis=0, keepdims=True)
    inv_std = 1.0 / np.sqrt(z.var(axis=0, keepdims=True) + eps)
    x_hat = (z - mean) * inv_std
    rows = tuple(range(x.ndim - 1))
    dgamma = (up * x_hat).sum(axis=rows)
    dbeta = up.sum(axis=rows)
    g = up * gamma
    dx = inv_std * (
        g - g.mean(axis=0, keepdims=True) - x_hat * (g * x_hat).mean(axis=0, keepdims=True)
    )
    return dx.astype(x.dtype), dgamma, dbeta
