r"""
what: layer_norm does not use the eps that it is given.
what.zh: layer_norm 没有使用传入的 eps。
numbers: Where 1e-5 is added whatever eps is: with eps = 0.25 and a standard deviation of 0.5, y is sqrt(2) = 1.41 times too large.
  With the default nothing shows.
numbers.zh: 若总是加 1e-5：eps = 0.25、标准差 0.5 时，y 大了 sqrt(2) = 1.41 倍；用默认值时看不出来。
why: A constant at the top of the file, or copied from a version without the argument.
why.zh: 文件开头写了常量，或是从没有这个参数的版本抄来的。
fix: Use the argument: `np.sqrt(var + eps)`.
fix.zh: 使用参数：`np.sqrt(var + eps)`。
fails: eps_argument_is_used
line: \+\s*(?:\d+(?:\.\d*)?[eE]-\d+|0?\.0+\d+|_?EPS\w*)|=\s*\w*(?:norm|hat|stand)\w*\(\s*x\w*\s*\)
"""

import numpy as np

EPS = 1e-5


def layer_norm(x, gamma, beta, eps=1e-5):
    D = x.shape[-1]
    if gamma.shape != (D,) or beta.shape != (D,):
        raise ValueError("gamma and beta must have shape (D,)")
    x64 = np.asarray(x, dtype=np.float64)
    mu = np.sum(x64, axis=-1, keepdims=True) / D
    var = np.sum((x64 - mu) ** 2, axis=-1, keepdims=True) / D
    xhat = (x64 - mu) / np.sqrt(var + EPS)
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
    dxhat = dout * gamma
    dx = (
        D * dxhat
        - np.sum(dxhat, axis=-1, keepdims=True)
        - xhat * np.sum(dxhat * xhat, axis=-1, keepdims=True)
    ) / (D * std)
    return dx.astype(x.dtype), dgamma, dbeta
