r"""
what: You squeezed the result, so axes of length 1 are lost.
what.zh: 你对结果做了 squeeze，长度为 1 的轴丢失了。
numbers: `(1, 5)` gives `(5,)`, `(3, 1, 5)` gives `(3, 5)` and `(4, 1)` gives `(4,)`; other
  shapes are right.
numbers.zh: `(1, 5)` 得到 `(5,)`，`(3, 1, 5)` 得到 `(3, 5)`，`(4, 1)` 得到 `(4,)`；其他形状正确。
why: A batch axis is added so that one row works like many, and taken off again with
  `np.squeeze`.
why.zh: 为了让单行也像多行一样处理而加了批次轴，最后用 `np.squeeze` 去掉。
fix: Restore the shape by name: `y.reshape(x.shape)`.
fix.zh: 按名恢复形状：`y.reshape(x.shape)`。
fails: any_leading_axes, constant_rows_give_beta
line: \bsqueeze\(
"""

import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    d = x.shape[-1]
    if gamma.shape != (d,) or beta.shape != (d,):
        raise ValueError(f"gamma and beta must both be ({d},)")
    rows = np.atleast_2d(x).astype(np.float64)
    mean = np.mean(rows, axis=-1)[..., None]
    var = np.mean((rows - mean) ** 2, axis=-1)[..., None]
    y = gamma * (rows - mean) / np.sqrt(var + eps) + beta
    return np.squeeze(y).astype(x.dtype)


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
