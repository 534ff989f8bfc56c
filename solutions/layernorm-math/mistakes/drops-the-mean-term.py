"""
what: dx lacks the term -mean(g), what flows back through the mean.
what.zh: dx 缺少 -mean(g) 这一项，即经由均值回传的部分。
numbers: Every row of dx should sum to 0, as adding a constant to a row changes nothing; yours
  sums to D * mean(g) / std.
numbers.zh: dx 每行之和应为 0（给一行加常数不改变输出）；你的和为 D * mean(g) / std。
why: Only the variance was taken for a function of x.
why.zh: 只把方差看作 x 的函数。
fix: Subtract `g.mean(axis=-1, keepdims=True)`.
fix.zh: 减去 `g.mean(axis=-1, keepdims=True)`。
fails: dx_is_the_exact_gradient, gamma_acts_inside_dx, backward_uses_eps,
  backward_any_leading_axes, backward_large_offset, backward_float16_is_computed_in_float32
"""

import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    D = x.shape[-1]
    if gamma.shape != (D,) or beta.shape != (D,):
        raise ValueError("gamma and beta must have shape (D,)")
    x64 = np.asarray(x, dtype=np.float64)
    mu = np.sum(x64, axis=-1, keepdims=True) / D
    var = np.sum((x64 - mu) ** 2, axis=-1, keepdims=True) / D
    xhat = (x64 - mu) / np.sqrt(var + eps)
    return (gamma * xhat + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    D = x.shape[-1]
    if gamma.shape != (D,):
        raise ValueError("gamma must have shape (D,)")
    x64, dout = np.asarray(x, dtype=np.float64), np.asarray(dy, dtype=np.float64)
    mu = np.sum(x64, axis=-1, keepdims=True) / D
    std = np.sqrt(np.sum((x64 - mu) ** 2, axis=-1, keepdims=True) / D + eps)
    xhat = (x64 - mu) / std
    dgamma = np.sum((dout * xhat).reshape(-1, D), axis=0)
    dbeta = np.sum(dout.reshape(-1, D), axis=0)
    dxhat = dout * gamma
    dx = (
        D * dxhat
        - xhat * np.sum(dxhat * xhat, axis=-1, keepdims=True)
    ) / (D * std)
    return dx.astype(x.dtype), dgamma, dbeta
