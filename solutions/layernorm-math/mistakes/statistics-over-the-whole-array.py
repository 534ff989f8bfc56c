r"""
what: You took one mean and one variance of the whole array; each row has its own.
what.zh: 你对整个数组取了一个均值和方差；每一行应有自己的。
numbers: Rows [1, 2, 3, 4] and [101, 102, 103, 104] come out near -1 and +1 throughout, in place
  of -1.34 to 1.34 each.
numbers.zh: 两行 [1, 2, 3, 4] 和 [101, 102, 103, 104] 的输出分别全接近 -1 和 +1，而不是各自从 -1.34 到 1.34。
why: `x.mean()` without an axis; a test with one row, or rows alike, does not show it.
why.zh: `x.mean()` 没有指定轴；只有一行、或各行相似的测试看不出来。
fix: Give `axis=-1, keepdims=True` to both.
fix.zh: 两处都加上 `axis=-1, keepdims=True`。
fails: normalizes_each_row, gamma_scales_and_beta_shifts, any_leading_axes,
  constant_rows_give_beta, large_offset, float16_is_computed_in_float32, dgamma_and_dbeta,
  dx_is_the_exact_gradient, gamma_acts_inside_dx, backward_any_leading_axes, backward_large_offset,
  backward_float16_is_computed_in_float32
line: \b(?:x\w*|z)\.(?:mean|var|std)\(\s*\)|\b(?:mean|var|std)\(\s*(?:x\w*|z)\s*\)
"""

import numpy as np


def _check(p, x, name):
    if p.shape != (x.shape[-1],):
        raise ValueError(f"{name} must have shape {(x.shape[-1],)}, got {p.shape}")


def layer_norm(x, gamma, beta, eps=1e-5):
    _check(gamma, x, "gamma")
    _check(beta, x, "beta")
    z = x.astype(np.float64)
    mean = z.mean()
    var = z.var()
    return (gamma * (z - mean) / np.sqrt(var + eps) + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _check(gamma, x, "gamma")
    z, up = x.astype(np.float64), dy.astype(np.float64)
    mean = z.mean()
    inv_std = 1.0 / np.sqrt(z.var() + eps)
    x_hat = (z - mean) * inv_std
    rows = tuple(range(x.ndim - 1))
    dgamma = (up * x_hat).sum(axis=rows)
    dbeta = up.sum(axis=rows)
    g = up * gamma
    dx = inv_std * (
        g - g.mean(axis=-1, keepdims=True) - x_hat * (g * x_hat).mean(axis=-1, keepdims=True)
    )
    return dx.astype(x.dtype), dgamma, dbeta
