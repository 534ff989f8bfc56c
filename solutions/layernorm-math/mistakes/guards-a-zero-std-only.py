r"""
what: You only stepped in where the standard deviation is exactly 0; eps is part of every row.
what.zh: 你只在标准差恰好为 0 时才处理；eps 应作用于每一行。
numbers: A row of standard deviation 1e-3 is 3.3 times too large. A constant row of 0.1 may have
  a standard deviation of 1e-17 by rounding, and then gives +-gamma in place of 0; where it is
  exactly 0, dx is 316 times too small.
numbers.zh: 标准差为 1e-3 的行大了 3.3 倍。全为 0.1 的常数行会因舍入而有 1e-17 的标准差，于是得到 +-gamma 而不是 0；标准差恰为 0 时，dx 小了 316 倍。
why: The habit of feature scaling (scikit-learn does so), where a column is either constant or
  not.
why.zh: 来自特征缩放的习惯（scikit-learn 就这么做），那里一列要么是常数要么不是。
fix: Drop the special case and divide by `np.sqrt(var + eps)`.
fix.zh: 去掉特例，除以 `np.sqrt(var + eps)`。
fails: eps_inside_the_square_root, eps_argument_is_used, constant_rows_give_beta,
  backward_uses_eps
line: \bwhere\([^()]*(?:[=!]=|>)\s*0\b|\[\s*\w+\s*==\s*0(?:\.0*)?\s*\]\s*=|\bif\s+(?:s|std|sd|sigma|v|var)\w*\s*(?:[=!]=|>)\s*0\b|\bwhere\s*=\s*\w+\s*[!>]
"""

import numpy as np


def _check(p, x, name):
    if p.shape != (x.shape[-1],):
        raise ValueError(f"{name} must have shape {(x.shape[-1],)}, got {p.shape}")


def _safe_std(z):
    std = z.std(axis=-1, keepdims=True)
    return np.where(std == 0, 1.0, std)


def layer_norm(x, gamma, beta, eps=1e-5):
    _check(gamma, x, "gamma")
    _check(beta, x, "beta")
    z = x.astype(np.float64)
    mean = z.mean(axis=-1, keepdims=True)
    return (gamma * (z - mean) / _safe_std(z) + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _check(gamma, x, "gamma")
    z, up = x.astype(np.float64), dy.astype(np.float64)
    mean = z.mean(axis=-1, keepdims=True)
    inv_std = 1.0 / _safe_std(z)
    x_hat = (z - mean) * inv_std
    rows = tuple(range(x.ndim - 1))
    dgamma = (up * x_hat).sum(axis=rows)
    dbeta = up.sum(axis=rows)
    g = up * gamma
    dx = inv_std * (
        g - g.mean(axis=-1, keepdims=True) - x_hat * (g * x_hat).mean(axis=-1, keepdims=True)
    )
    return dx.astype(x.dtype), dgamma, dbeta
