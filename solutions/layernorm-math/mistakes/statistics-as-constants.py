r"""
what: You took mean and variance for constants: dx = dy * gamma / std.
what.zh: 你把均值和方差当作常数：dx = dy * gamma / std。
numbers: Both correction terms are missing. With dy all ones and gamma 1, y cannot change in sum
  and dx is 0; you give 1 / std.
numbers.zh: 两个修正项都缺了。dy 全为 1、gamma 为 1 时 y 的和不会变，dx 为 0；你给出 1 / std。
why: The formula of y has x in one visible place; mean and variance hide the others.
why.zh: y 的公式里看得见的 x 只有一处，其余藏在均值和方差里。
fix: Add the paths through the mean and through the variance: `- mean(g) - x_hat * mean(g *
  x_hat)`.
fix.zh: 加上经由均值和方差的路径：`- mean(g) - x_hat * mean(g * x_hat)`。
fails: dx_is_the_exact_gradient, gamma_acts_inside_dx, backward_uses_eps,
  backward_any_leading_axes, backward_large_offset, backward_float16_is_computed_in_float32
line: \bdx\s*=\s*\w+\s*[*/]\s*\w+\s*$|\bdx\s*=\s*\(?\s*(?:dy|dout|up|u)\w*\s*\*\s*gamma\s*\)?\s*[*/]\s*(?:\w+|(?:np\.)?sqrt\(.*\))\s*$
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
    dx = inv_std * g
    return dx.astype(x.dtype), dgamma, dbeta
