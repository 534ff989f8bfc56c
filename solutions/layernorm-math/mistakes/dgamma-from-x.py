r"""
what: dgamma sums dy * x; gamma multiplies x_hat, not x.
what.zh: dgamma 对 dy * x 求和了；gamma 乘的是 x_hat，不是 x。
numbers: Right only where the rows are normalized already; at a standard deviation of 1000 it is
  1000 times too large.
numbers.zh: 只有各行本来已归一化时才正确；标准差为 1000 时大 1000 倍。
why: x is at hand in the backward pass, x_hat has to be computed again.
why.zh: 反向传播手头有 x，x_hat 却要重新算。
fix: Sum `dy * x_hat`.
fix.zh: 对 `dy * x_hat` 求和。
fails: dgamma_and_dbeta, backward_uses_eps, backward_any_leading_axes, backward_large_offset,
  backward_float16_is_computed_in_float32
line: \b(?:dy|dout|up|upstream|grad)(?:64|32|_?f|_wide)?\s*\*\s*x(?:64|32|_?f|_wide)?\b|\bx(?:64|32|_?f|_wide)?\s*\*\s*(?:dy|dout|up|upstream|grad)(?:64|32|_?f|_wide)?\b
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
    dgamma = np.sum((dout * x64).reshape(-1, D), axis=0)
    dbeta = np.sum(dout.reshape(-1, D), axis=0)
    dxhat = dout * gamma
    dx = (
        D * dxhat
        - np.sum(dxhat, axis=-1, keepdims=True)
        - xhat * np.sum(dxhat * xhat, axis=-1, keepdims=True)
    ) / (D * std)
    return dx.astype(x.dtype), dgamma, dbeta
