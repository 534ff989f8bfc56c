r"""
what: dx was computed from dy without gamma.
what.zh: 计算 dx 时没有乘 gamma。
numbers: Right at gamma = 1, the initial value, and wrong from the first update on; at gamma = 2
  throughout, dx is half of what it should be.
numbers.zh: 在初始值 gamma = 1 时正确，第一次更新后就错了；gamma 全为 2 时 dx 只有一半。
why: The derivation started at x_hat, and gradient checks were made with gamma = 1.
why.zh: 推导从 x_hat 开始，而梯度检验用的是 gamma = 1。
fix: Start from `g = dy * gamma`.
fix.zh: 从 `g = dy * gamma` 开始。
fails: gamma_acts_inside_dx, backward_any_leading_axes, backward_float16_is_computed_in_float32
line: ^\s*(?:g|d_?x?_?hat\w*|d_?xn\w*|d_?norm\w*)\s*=\s*(?:dy|dout|up|upstream)\w*\s*$|\b(dy|dout)\w*\s*-\s*(?:\1\w*\.mean\(|(?:np\.)?mean\(\s*\1|\w+\s*-\s*\w+\s*\*)
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
    dxhat = dout
    dx = (
        D * dxhat
        - np.sum(dxhat, axis=-1, keepdims=True)
        - xhat * np.sum(dxhat * xhat, axis=-1, keepdims=True)
    ) / (D * std)
    return dx.astype(x.dtype), dgamma, dbeta
