r"""
what: You computed the variance as E[x^2] - E[x]^2 in the dtype of x.
what.zh: 你在 x 的 dtype 下用 E[x^2] - E[x]^2 计算方差。
numbers: In float32 at mean 1e4 the squares are near 1e8, where neighbours are 8 apart: a
  variance of 1 comes out as 0, 8 or negative, so y is 316 times too large or NaN.
numbers.zh: float32 下均值为 1e4 时，平方接近 1e8，相邻浮点数相差 8：方差 1 会算成 0、8 或负数，y 大 316 倍或为 NaN。
why: One pass over the data is cheaper, and the identity is exact on paper.
why.zh: 只扫描一遍数据更省，而且公式在纸上完全等价。
fix: Subtract the mean first: `np.mean((x - mean) ** 2)`.
fix.zh: 先减去均值：`np.mean((x - mean) ** 2)`。
fails: large_offset
line: -\s*(?:\w*mean\w*|\w*mu|m|ex|e_x|avg)\s*\*\*\s*2\b|-\s*(\w*mean\w*|\w*mu|m|ex|e_x|avg)\s*\*\s*\1\b|-\s*(?:np\.)?(?:square|power)\(\s*(?:\w*mean\w*|mu|m)\b|\bmean\([^()]*(?:\*\*\s*2|square\([^()]*\))[^()]*\)\s*-
"""

import numpy as np


def _moments(x):
    x = x.astype(np.float32) if x.dtype == np.float16 else x
    mean = np.mean(x, axis=-1, keepdims=True)
    mean_of_squares = np.mean(x * x, axis=-1, keepdims=True)
    return x, mean, mean_of_squares - mean * mean


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != (x.shape[-1],) or beta.shape != (x.shape[-1],):
        raise ValueError("gamma, beta: one value a feature")
    wide, mean, var = _moments(x)
    return (gamma * (wide - mean) / np.sqrt(var + eps) + beta).astype(x.dtype)


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
