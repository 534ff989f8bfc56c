r"""
what: You divided by var + eps; the square root is missing.
what.zh: 你除以了 var + eps，漏了开平方。
numbers: y is too small by the standard deviation: half as large at 2, and 1000 times at 1000.
  At a standard deviation of 1 nothing shows.
numbers.zh: y 小了「标准差」倍：标准差 2 时小一半，1000 时小 1000 倍；标准差为 1 时看不出来。
why: The test data was standard normal, where the variance is about its own root.
why.zh: 测试数据是标准正态分布，方差与它的平方根差不多。
fix: Divide by `np.sqrt(var + eps)`.
fix.zh: 除以 `np.sqrt(var + eps)`。
fails: normalizes_each_row, uses_population_variance, gamma_scales_and_beta_shifts,
  eps_inside_the_square_root, eps_argument_is_used, any_leading_axes, large_offset,
  keeps_the_dtype, float16_is_computed_in_float32, dgamma_and_dbeta, dx_is_the_exact_gradient,
  gamma_acts_inside_dx, backward_uses_eps, backward_any_leading_axes, backward_large_offset,
  backward_float16_is_computed_in_float32
line: /\s*\(\s*(?:\w*var\w*|v|s2|sigma_?2|sigma_?sq\w*|\w+\.var\([^()]*\)|np\.var\([^()]*\))\s*\+\s*eps\s*\)(?!\s*\*\*)
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
    return (gamma * (z - mean) / (var + eps) + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _check(gamma, x, "gamma")
    z, up = x.astype(np.float64), dy.astype(np.float64)
    mean = z.mean(axis=-1, keepdims=True)
    inv_std = 1.0 / (z.var(axis=-1, keepdims=True) + eps)
    x_hat = (z - mean) * inv_std
    rows = tuple(range(x.ndim - 1))
    dgamma = (up * x_hat).sum(axis=rows)
    dbeta = up.sum(axis=rows)
    g = up * gamma
    dx = inv_std * (
        g - g.mean(axis=-1, keepdims=True) - x_hat * (g * x_hat).mean(axis=-1, keepdims=True)
    )
    return dx.astype(x.dtype), dgamma, dbeta
