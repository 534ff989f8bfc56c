r"""
what: You cast eps to the dtype of x, where float16 has no room for it.
what.zh: 你把 eps 转成 x 的 dtype，而 float16 容不下它。
numbers: The smallest positive float16 is 6e-8: eps = 1e-8 becomes 0, and a constant row 0 / 0 =
  NaN. 1e-5 becomes 1.0014e-5.
numbers.zh: float16 的最小正数是 6e-8：eps = 1e-8 变成 0，常数行成为 0 / 0 = NaN；1e-5 变成 1.0014e-5。
why: It keeps NumPy from widening float16 arrays, which seemed tidy.
why.zh: 这样能防止 NumPy 把 float16 数组转宽，看上去很整洁。
fix: Leave eps a Python float and widen x to float32.
fix.zh: 让 eps 保持 Python 浮点数，把 x 转成 float32。
fails: constant_rows_give_beta
line: \bx\.dtype\.type\(\s*eps|\bfloat16\(\s*eps|\barray\(\s*eps\s*,\s*(?:dtype\s*=\s*)?x\.dtype|\beps\w*\s*=[^,]*\bx\.dtype
"""

import numpy as np


def _check(p, x, name):
    if p.shape != (x.shape[-1],):
        raise ValueError(f"{name} must have shape {(x.shape[-1],)}, got {p.shape}")


def layer_norm(x, gamma, beta, eps=1e-5):
    _check(gamma, x, "gamma")
    _check(beta, x, "beta")
    eps = x.dtype.type(eps)
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
    dx = inv_std * (
        g - g.mean(axis=-1, keepdims=True) - x_hat * (g * x_hat).mean(axis=-1, keepdims=True)
    )
    return dx.astype(x.dtype), dgamma, dbeta
