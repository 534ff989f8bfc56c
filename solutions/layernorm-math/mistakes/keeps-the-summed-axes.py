r"""
what: dgamma and dbeta keep the summed axes: shape `(1, D)` in place of `(D,)`.
what.zh: dgamma 和 dbeta 保留了求和的轴：形状是 `(1, D)` 而不是 `(D,)`。
numbers: The numbers are right. `gamma -= rate * dgamma` then fails, or gamma turns into `(1,
  D)`.
numbers.zh: 数值正确，但 `gamma -= rate * dgamma` 会报错，或 gamma 变成 `(1, D)`。
why: `keepdims=True` was typed by habit, as in the means beside it.
why.zh: 顺手写了 `keepdims=True`，就像旁边的均值那样。
fix: Leave `keepdims` out of these two sums.
fix.zh: 这两个求和不要写 `keepdims`。
fails: dgamma_and_dbeta, backward_uses_eps, backward_any_leading_axes, backward_large_offset,
  backward_keeps_the_dtype, backward_float16_is_computed_in_float32
line: \b(?:d|grad)_?(?:g|b)\w*\s*=.*\bsum\(.*\bkeepdims\s*=\s*True|\bsum\([^()]*(?:\b(?:lead|rows|batch)\w*|tuple\(.*\))\s*,\s*keepdims\s*=\s*True
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
    dgamma = (up * x_hat).sum(axis=rows, keepdims=True)
    dbeta = up.sum(axis=rows, keepdims=True)
    g = up * gamma
    dx = inv_std * (
        g - g.mean(axis=-1, keepdims=True) - x_hat * (g * x_hat).mean(axis=-1, keepdims=True)
    )
    return dx.astype(x.dtype), dgamma, dbeta
