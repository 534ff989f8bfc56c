"""
what: You fill `y.reshape(-1, D)` row by row; where y, like x, lies in Fortran order, that is a copy,
  and y itself is never written.
what.zh: 你逐行填写 `y.reshape(-1, D)`；当 y 与 x 一样按 Fortran 顺序存放时，它是一份副本，y 本身从未写入。
numbers: Right for arrays in C order, and for two axes in any. A transposed batch `(2, 3, D)` gives
  nothing but zeros.
numbers.zh: C 顺序的数组正确，两个轴时任何顺序都正确；转置得到的 `(2, 3, D)` 则全是零。
why: reshape gives a view where it can; np.zeros_like takes over the memory order of x.
why.zh: reshape 能给视图时才给视图；np.zeros_like 会沿用 x 的内存顺序。
fix: Fill a new array of shape `(N, D)`, and return it reshaped.
fix.zh: 填写一个形状 `(N, D)` 的新数组，再返回它 reshape 后的结果。
fails: any_leading_axes
"""

import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    D = x.shape[-1]
    if gamma.shape != (D,) or beta.shape != (D,):
        raise ValueError("gamma and beta must have shape (D,)")
    y = np.zeros_like(x)
    rows, out = x.reshape(x.size // D, D), y.reshape(x.size // D, D)
    for n, row in enumerate(rows):
        row = row.astype(np.float64)
        out[n] = gamma * (row - row.mean()) / np.sqrt(row.var() + eps) + beta
    return y


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
