"""
what: Where D is 1 you return beta, repeated: of the dtype of beta, not of x.
what.zh: D 为 1 时你直接返回重复的 beta：dtype 是 beta 的，而不是 x 的。
numbers: The values are exact. A float16 x with float32 parameters gives a float32 y at D = 1, and
  a float16 one at every other D.
numbers.zh: 数值完全正确；但 float16 的 x 配 float32 的参数，在 D = 1 时给出 float32 的 y，其他 D 时给出 float16。
why: The general formula ends in `.astype(x.dtype)`, and the shortcut returns before it.
why.zh: 一般公式以 `.astype(x.dtype)` 结尾，而这条捷径在那之前就返回了。
fix: Leave the shortcut out: with eps above 0 the formula gives beta there by itself.
fix.zh: 去掉这条捷径：eps 大于 0，公式在此处自然给出 beta。
fails: keeps_the_dtype
"""

import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != x.shape[-1:]:
        raise ValueError("gamma: one value for each feature")
    if beta.shape != x.shape[-1:]:
        raise ValueError("beta: one value for each feature")
    if x.shape[-1] == 1:  # a single feature is its own mean: x_hat is 0
        return np.tile(beta, x.shape[:-1] + (1,))
    wide = x.astype(np.result_type(x, np.float32))
    mean = wide.mean(axis=-1, keepdims=True)
    var = np.square(wide - mean).mean(axis=-1, keepdims=True)
    return ((wide - mean) / np.sqrt(var + eps) * gamma + beta).astype(x.dtype)


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
