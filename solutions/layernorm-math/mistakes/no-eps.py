r"""
what: You left eps out: you divided by the bare standard deviation.
what.zh: 你漏掉了 eps：直接除以了标准差。
numbers: A constant row, and every row at D = 1, is 0 / 0 = NaN. A row of standard deviation
  1e-3 comes out 3.3 times too large.
numbers.zh: 常数行以及 D = 1 时的每一行都是 0 / 0 = NaN；标准差为 1e-3 的行大了 3.3 倍。
why: It is the textbook z-score, and on ordinary data the difference is in the sixth digit.
why.zh: 这是教科书里的 z 分数；在普通数据上差别只在第六位数字。
fix: Divide by `np.sqrt(var + eps)`.
fix.zh: 除以 `np.sqrt(var + eps)`。
fails: eps_inside_the_square_root, eps_argument_is_used, constant_rows_give_beta,
  backward_uses_eps
line: \bsqrt\((?!.*(?:eps|EPS|[0-9]e-|\+\s*e\b))(?=.*(?:var|\*\*\s*2|square))|\bstd\([^()]*\)(?!\s*\+)
"""

import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    D = x.shape[-1]
    if gamma.shape != (D,) or beta.shape != (D,):
        raise ValueError("gamma and beta must have shape (D,)")
    x64 = np.asarray(x, dtype=np.float64)
    mu = np.sum(x64, axis=-1, keepdims=True) / D
    var = np.sum((x64 - mu) ** 2, axis=-1, keepdims=True) / D
    xhat = (x64 - mu) / np.sqrt(var)
    return (gamma * xhat + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    D = x.shape[-1]
    if gamma.shape != (D,):
        raise ValueError("gamma must have shape (D,)")
    x64, dout = np.asarray(x, dtype=np.float64), np.asarray(dy, dtype=np.float64)
    mu = np.sum(x64, axis=-1, keepdims=True) / D
    std = np.sqrt(np.sum((x64 - mu) ** 2, axis=-1, keepdims=True) / D)
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
