r"""
what: You assumed that x has exactly two axes.
what.zh: 你假定 x 恰好有两个轴。
numbers: `(D,)` and `(B, T, D)` end in "not enough values to unpack" or "too many".
numbers.zh: `(D,)` 和 `(B, T, D)` 会以 "not enough values to unpack" 或 "too many" 出错。
why: `N, D = x.shape` is the first line of many course exercises.
why.zh: `N, D = x.shape` 是许多课程作业的第一行。
fix: Use `D = x.shape[-1]` and `axis=-1`.
fix.zh: 使用 `D = x.shape[-1]` 和 `axis=-1`。
fails: any_leading_axes, backward_any_leading_axes
crashes: yes
line: \b\w+\s*,\s*\w+\s*=\s*(?:x|dy)\.shape\b(?!\[)|\bshape\[1\]|\b(?:x|dy)\w*\.T\b|\b(?:x|dy)\[:\s*,
"""

import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    N, D = x.shape
    if gamma.shape != (D,) or beta.shape != (D,):
        raise ValueError("gamma and beta must have shape (D,)")
    x64 = np.asarray(x, dtype=np.float64)
    mu = np.sum(x64, axis=-1, keepdims=True) / D
    var = np.sum((x64 - mu) ** 2, axis=-1, keepdims=True) / D
    xhat = (x64 - mu) / np.sqrt(var + eps)
    return (gamma * xhat + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    N, D = x.shape
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
