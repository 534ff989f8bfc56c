r"""
what: layer_norm gives float64 back whatever the dtype of x.
what.zh: 无论 x 是什么 dtype，layer_norm 都返回 float64。
numbers: The values are right, but a float32 model becomes a float64 one from this layer on, at
  twice the memory.
numbers.zh: 数值正确，但 float32 的模型从这一层起变成 float64，内存翻倍。
why: It was computed in float64 for accuracy (or `np.ones(D)` is float64), and the cast back was
  forgotten.
why.zh: 为了精度用 float64 计算（或 `np.ones(D)` 是 float64），却忘了转回去。
fix: End with `.astype(x.dtype)`.
fix.zh: 最后加上 `.astype(x.dtype)`。
fails: keeps_the_dtype
line: ^\s*return\s+(?:gamma\s*\*\s*\w+|\w+\s*\*\s*gamma)\s*\+\s*beta\s*$
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
    return gamma * xhat + beta


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
