r"""
what: You divided the variance by D - 1; Layer Normalization divides by D.
what.zh: 你把方差除以了 D - 1；层归一化应除以 D。
numbers: Every output is too small by the factor sqrt((D-1)/D): 0.87 at D = 4, 0.999 at D = 512.
  At D = 1 it is NaN.
numbers.zh: 每个输出都小了 sqrt((D-1)/D) 倍：D = 4 时为 0.87，D = 512 时为 0.999；D = 1 时为 NaN。
why: `np.var(..., ddof=1)` and PyTorch's `x.var()` take the sample variance, the habit from
  statistics. Here the row is not a sample of something larger: it is all there is.
why.zh: `np.var(..., ddof=1)` 和 PyTorch 的 `x.var()` 取样本方差，这是统计学里的习惯。但这里的一行不是某个总体的样本，它就是全部。
fix: Use `x.var(axis=-1, keepdims=True)` (in PyTorch `unbiased=False`).
fix.zh: 使用 `x.var(axis=-1, keepdims=True)`（PyTorch 中为 `unbiased=False`）。
fails: normalizes_each_row, uses_population_variance, gamma_scales_and_beta_shifts,
  eps_inside_the_square_root, eps_argument_is_used, any_leading_axes, constant_rows_give_beta,
  large_offset, float16_is_computed_in_float32, dgamma_and_dbeta, dx_is_the_exact_gradient,
  gamma_acts_inside_dx, backward_uses_eps, backward_any_leading_axes, backward_large_offset,
  backward_float16_is_computed_in_float32
line: \bddof\s*=\s*1\b|\bcorrection\s*=\s*1\b|/\s*(?:[\w.]*\()+[^()/=]*[\w\])]\s*-\s*1(?:\.0*)?\s*[,)]|\bstatistics\.(?:variance|stdev)\(|\bfrom\s+statistics\s+import\b.*\b(?:variance|stdev)\b
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
    var = z.var(axis=-1, ddof=1, keepdims=True)
    return (gamma * (z - mean) / np.sqrt(var + eps) + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _check(gamma, x, "gamma")
    z, up = x.astype(np.float64), dy.astype(np.float64)
    mean = z.mean(axis=-1, keepdims=True)
    inv_std = 1.0 / np.sqrt(z.var(axis=-1, ddof=1, keepdims=True) + eps)
    x_hat = (z - mean) * inv_std
    rows = tuple(range(x.ndim - 1))
    dgamma = (up * x_hat).sum(axis=rows)
    dbeta = up.sum(axis=rows)
    g = up * gamma
    dx = inv_std * (
        g - g.mean(axis=-1, keepdims=True) - x_hat * (g * x_hat).mean(axis=-1, keepdims=True)
    )
    return dx.astype(x.dtype), dgamma, dbeta
