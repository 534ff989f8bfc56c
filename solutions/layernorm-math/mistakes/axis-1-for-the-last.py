r"""
what: You took the statistics over axis 1; that is the last axis only where x has two.
what.zh: 你沿第 1 轴取统计量；只有 x 恰好两维时它才是最后一轴。
numbers: Right for `(B, D)`. For `(B, T, D)` it normalizes over time, and `(D,)` raises
  AxisError.
numbers.zh: 对 `(B, D)` 正确；对 `(B, T, D)` 沿时间归一化；对 `(D,)` 抛出 AxisError。
why: Written for a batch of vectors, and never tried on a sequence.
why.zh: 为一批向量而写，没有在序列上试过。
fix: Count from the end: `axis=-1`.
fix.zh: 从后往前数：`axis=-1`。
fails: any_leading_axes, backward_any_leading_axes
crashes: yes
line: \baxis\s*=\s*1\s*(?:,\s*keepdims|$)|\bkeepdims\s*=\s*True\s*,\s*axis\s*=\s*1\b|\b(?:mean|sum|var|std)\(\s*1\s*,\s*keepdims
"""

import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    D = x.shape[-1]
    if gamma.shape != (D,) or beta.shape != (D,):
        raise ValueError("gamma and beta must have shape (D,)")
    x64 = np.asarray(x, dtype=np.float64)
    mu = np.sum(x64, axis=1, keepdims=True) / x.shape[1]
    var = np.sum((x64 - mu) ** 2, axis=1, keepdims=True) / x.shape[1]
    xhat = (x64 - mu) / np.sqrt(var + eps)
    return (gamma * xhat + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    D = x.shape[-1]
    if gamma.shape != (D,):
        raise ValueError("gamma must have shape (D,)")
    x64, dout = np.asarray(x, dtype=np.float64), np.asarray(dy, dtype=np.float64)
    mu = np.sum(x64, axis=1, keepdims=True) / x.shape[1]
    std = np.sqrt(np.sum((x64 - mu) ** 2, axis=1, keepdims=True) / x.shape[1] + eps)
    xhat = (x64 - mu) / std
    dgamma = np.sum((dout * xhat).reshape(-1, D), axis=0)
    dbeta = np.sum(dout.reshape(-1, D), axis=0)
    dxhat = dout * gamma
    dx = (
        x.shape[1] * dxhat
        - np.sum(dxhat, axis=1, keepdims=True)
        - xhat * np.sum(dxhat * xhat, axis=1, keepdims=True)
    ) / (x.shape[1] * std)
    return dx.astype(x.dtype), dgamma, dbeta
