r"""
what: You computed everything in float32, float64 inputs too.
what.zh: 你把一切都用 float32 计算，包括 float64 的输入。
numbers: Right to 1e-7 where a float64 input should be right to 1e-9 or better.
numbers.zh: 只准到 1e-7，而 float64 的输入应准到 1e-9 或更好。
why: Deep learning code casts to float32 out of habit.
why.zh: 深度学习代码习惯性地转成 float32。
fix: Compute in `np.result_type(x, np.float32)`: float32 at least, float64 where x is.
fix.zh: 用 `np.result_type(x, np.float32)` 计算：至少 float32，x 为 float64 时用 float64。
fails: normalizes_each_row, uses_population_variance, gamma_scales_and_beta_shifts,
  eps_inside_the_square_root, eps_argument_is_used, any_leading_axes, dgamma_and_dbeta,
  dx_is_the_exact_gradient, gamma_acts_inside_dx, backward_uses_eps, backward_any_leading_axes
line: ^(?!.*\b(?:if|else)\b).*(?:\b(?:x|dy)\.astype\(\s*(?:dtype\s*=\s*)?(?:np\.|numpy\.)?["\']?(?:float32|single|f4)\b|\b(?:as)?array\(\s*(?:x|dy)\s*,\s*(?:dtype\s*=\s*)?(?:np\.|numpy\.)?["\']?(?:float32|single|f4)\b|\bfloat32\(\s*(?:x|dy)\b)
"""

import numpy as np


def _check(p, x, name):
    if p.shape != (x.shape[-1],):
        raise ValueError(f"{name} must have shape {(x.shape[-1],)}, got {p.shape}")


def layer_norm(x, gamma, beta, eps=1e-5):
    _check(gamma, x, "gamma")
    _check(beta, x, "beta")
    z = x.astype(np.float32)
    mean = z.mean(axis=-1, keepdims=True)
    var = z.var(axis=-1, keepdims=True)
    return (gamma.astype(np.float32) * (z - mean) / np.sqrt(var + eps) + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _check(gamma, x, "gamma")
    z, up = x.astype(np.float32), dy.astype(np.float32)
    mean = z.mean(axis=-1, keepdims=True)
    inv_std = 1.0 / np.sqrt(z.var(axis=-1, keepdims=True) + eps)
    x_hat = (z - mean) * inv_std
    rows = tuple(range(x.ndim - 1))
    dgamma = (up * x_hat).sum(axis=rows)
    dbeta = up.sum(axis=rows)
    g = up * gamma.astype(np.float32)
    dx = inv_std * (
        g - g.mean(axis=-1, keepdims=True) - x_hat * (g * x_hat).mean(axis=-1, keepdims=True)
    )
    return dx.astype(x.dtype), dgamma, dbeta
