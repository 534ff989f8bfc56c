r"""
what: You scaled by 1 + gamma; gamma itself is the factor.
what.zh: 你用 1 + gamma 缩放；gamma 本身就是系数。
numbers: y is too large by x_hat: at gamma = 1 it is doubled.
numbers.zh: y 多了一个 x_hat：gamma = 1 时翻倍。
why: Some code bases (Gemma, the zero-centred gamma of Transformer Engine) store gamma - 1, so
  that weight decay pulls towards 1.
why.zh: 有些代码库（Gemma、Transformer Engine 的 zero-centered gamma）存的是 gamma - 1，使权重衰减把它拉向 1。
fix: Write `gamma * x_hat + beta`, and `dy * gamma` in the backward pass.
fix.zh: 写成 `gamma * x_hat + beta`，反向传播中为 `dy * gamma`。
fails: normalizes_each_row, uses_population_variance, gamma_scales_and_beta_shifts,
  eps_inside_the_square_root, eps_argument_is_used, any_leading_axes, large_offset,
  keeps_the_dtype, float16_is_computed_in_float32, dx_is_the_exact_gradient,
  gamma_acts_inside_dx, backward_uses_eps, backward_any_leading_axes, backward_large_offset,
  backward_float16_is_computed_in_float32
line: \b1(?:\.0*)?\s*\+\s*gamma\b|\bgamma\s*\+\s*1(?:\.0*)?\b
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
    return ((1 + gamma) * (z - mean) / np.sqrt(var + eps) + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _check(gamma, x, "gamma")
    z, up = x.astype(np.float64), dy.astype(np.float64)
    mean = z.mean(axis=-1, keepdims=True)
    inv_std = 1.0 / np.sqrt(z.var(axis=-1, keepdims=True) + eps)
    x_hat = (z - mean) * inv_std
    rows = tuple(range(x.ndim - 1))
    dgamma = (up * x_hat).sum(axis=rows)
    dbeta = up.sum(axis=rows)
    g = up * (1 + gamma)
    dx = inv_std * (
        g - g.mean(axis=-1, keepdims=True) - x_hat * (g * x_hat).mean(axis=-1, keepdims=True)
    )
    return dx.astype(x.dtype), dgamma, dbeta
