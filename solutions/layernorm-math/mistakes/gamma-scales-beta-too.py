r"""
what: You computed gamma * (x_hat + beta); beta is added after the scaling.
what.zh: 你计算了 gamma * (x_hat + beta)；beta 应在缩放之后加。
numbers: Off by (gamma - 1) * beta: by 1 at gamma = 2, beta = 1. With gamma = 1 or beta = 0, the
  initial values, nothing shows.
numbers.zh: 相差 (gamma - 1) * beta：gamma = 2、beta = 1 时差 1；在初始值 gamma = 1 或 beta = 0 时看不出来。
why: Misplaced parentheses.
why.zh: 括号放错了位置。
fix: Write `gamma * x_hat + beta`.
fix.zh: 写成 `gamma * x_hat + beta`。
fails: gamma_scales_and_beta_shifts, any_leading_axes, constant_rows_give_beta,
  float16_is_computed_in_float32
line: \bgamma\s*\*\s*\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\+\s*beta\s*\)|\+\s*beta\s*\)\s*\*\s*gamma\b
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
    return (gamma * (xhat + beta)).astype(x.dtype)


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
        - np.sum(dxhat, axis=-1, keepdims=True)
        - xhat * np.sum(dxhat * xhat, axis=-1, keepdims=True)
    ) / (D * std)
    return dx.astype(x.dtype), dgamma, dbeta
