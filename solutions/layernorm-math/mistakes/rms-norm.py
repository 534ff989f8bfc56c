r"""
what: You did not subtract the mean: that is RMSNorm.
what.zh: 你没有减去均值：那是 RMSNorm。
numbers: [1, 2, 3, 4] gives 0.37, 0.73, 1.10, 1.46 in place of -1.34, -0.45, 0.45, 1.34. With
  mean 0 nothing shows.
numbers.zh: [1, 2, 3, 4] 得到 0.37、0.73、1.10、1.46，而不是 -1.34、-0.45、0.45、1.34；均值为 0 时看不出来。
why: Many recent language models use RMSNorm, and the two are easily mixed up.
why.zh: 许多新的语言模型使用 RMSNorm，两者容易混淆。
fix: Subtract the row mean before squaring, and again in `x_hat`.
fix.zh: 先减去行均值再平方，`x_hat` 中也要减。
fails: normalizes_each_row, uses_population_variance, gamma_scales_and_beta_shifts,
  eps_inside_the_square_root, eps_argument_is_used, any_leading_axes, constant_rows_give_beta,
  large_offset, keeps_the_dtype, float16_is_computed_in_float32, dgamma_and_dbeta,
  dx_is_the_exact_gradient, gamma_acts_inside_dx, backward_uses_eps, backward_any_leading_axes,
  backward_large_offset, backward_float16_is_computed_in_float32
line: \b(?:rms\w*|ms)\b|\b(?:mean|average)\(\s*(?:np\.)?square\(\s*x(?:64|32|_?f|_wide)?\s*\)|\bmean\(\s*x(?:64|32|_?f|_wide)?\s*\*\*\s*2|\bmean\(\s*(x\w*)\s*\*\s*\1\b|\(\s*x(?:64|32|_?f|_wide)?\s*\*\*\s*2\s*\)\.mean\(|\b(?:einsum|dot|inner|vdot|vecdot)\(.*\b(x\w{0,2})\s*,\s*\2\s*\)
"""

import numpy as np


def _rms(x, eps):
    x = x.astype(np.float64)
    r = 1 / np.sqrt(np.mean(x**2, axis=-1, keepdims=True) + eps)
    return x * r, r


def _check(p, D):
    if p.shape != (D,):
        raise ValueError(f"shape {p.shape} should be ({D},)")


def layer_norm(x, gamma, beta, eps=1e-5):
    _check(gamma, x.shape[-1])
    _check(beta, x.shape[-1])
    return (gamma * _rms(x, eps)[0] + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _check(gamma, x.shape[-1])
    h, r = _rms(x, eps)
    up = dy.astype(np.float64)
    lead = tuple(range(x.ndim - 1))
    g = up * gamma
    dx = r * (g - h * np.mean(g * h, axis=-1, keepdims=True))
    return dx.astype(x.dtype), np.sum(up * h, axis=lead), np.sum(up, axis=lead)
