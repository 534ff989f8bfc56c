"""
what: Where x has no rows you return `np.zeros(x.shape)`, which is float64 whatever x is.
what.zh: x 没有行时你返回 `np.zeros(x.shape)`，无论 x 是什么 dtype，它都是 float64。
numbers: The shape is right and there is no number that could be wrong, but `np.concatenate` of
  such a y with float32 ones is float64.
numbers.zh: 形状正确，也没有会出错的数；但把这样的 y 与 float32 的结果用 `np.concatenate` 拼接，得到的就是 float64。
why: It is a branch against warnings about empty means, and float64 is what NumPy makes unasked.
why.zh: 这个分支是为了避免空均值的警告，而 NumPy 默认给出 float64。
fix: Return `np.zeros(x.shape, x.dtype)`, or drop the branch: nothing warns along the last axis.
fix.zh: 返回 `np.zeros(x.shape, x.dtype)`，或去掉这个分支：沿最后一轴并不会有警告。
fails: keeps_the_dtype
"""

import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    d = x.shape[-1]
    for name, p in (("gamma", gamma), ("beta", beta)):
        if p.shape != (d,):
            raise ValueError(f"{name}.shape should be ({d},), not {p.shape}")
    if x.size == 0:
        return np.zeros(x.shape)
    wide = x.astype(np.float64)
    c = wide - wide.mean(-1, keepdims=True)
    return (gamma * c / np.sqrt((c * c).mean(-1, keepdims=True) + eps) + beta).astype(x.dtype)


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
