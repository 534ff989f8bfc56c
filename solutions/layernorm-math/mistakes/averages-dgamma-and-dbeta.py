r"""
what: You averaged dgamma and dbeta over the rows; they are sums.
what.zh: 你对各行取了 dgamma 和 dbeta 的平均；它们应为求和。
numbers: Both are too small by the number of rows. (The mean over the batch, where there is one,
  is in dy already.)
numbers.zh: 两者都小了「行数」倍。（若损失对批次取平均，那个系数已经在 dy 里了。）
why: Losses are usually averaged over the batch, and it was done a second time here.
why.zh: 损失通常对批次取平均，这里又平均了一次。
fix: Use `.sum` over the leading axes.
fix.zh: 对前导轴用 `.sum`。
fails: dgamma_and_dbeta, backward_uses_eps, backward_any_leading_axes, backward_large_offset,
  backward_float16_is_computed_in_float32
line: \b(?:d|grad)_?(?:g|b)\w*\s*=.*\b(?:mean|average)\(|\b(?:d|grad)_?(?:g|b)\w*\s*/=|\b(?:mean|average)\(\s*(?:dy|dout)\b[^()]*\baxis\s*=\s*(?!-1)|\.mean\(\s*(?:axis\s*=\s*)?(?:lead|rows|batch)\w*
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
    dgamma = np.mean((dout * xhat).reshape(-1, D), axis=0)
    dbeta = np.mean(dout.reshape(-1, D), axis=0)
    dxhat = dout * gamma
    dx = (
        D * dxhat
        - np.sum(dxhat, axis=-1, keepdims=True)
        - xhat * np.sum(dxhat * xhat, axis=-1, keepdims=True)
    ) / (D * std)
    return dx.astype(x.dtype), dgamma, dbeta
