r"""
what: You compared the number of elements, so `(1, D)` and `(D, 1)` get through.
what.zh: 你比较的是元素个数，于是 `(1, D)` 和 `(D, 1)` 也能通过。
numbers: With x of `(2, 5)`, a gamma of `(1, 5)` raises nothing; for a single row `(5,)` a gamma
  of `(5, 1)` gives a `(5, 5)` array.
numbers.zh: x 为 `(2, 5)` 时，`(1, 5)` 的 gamma 不会报错；单行 `(5,)` 配 `(5, 1)` 的 gamma 会得到 `(5, 5)` 的数组。
why: `gamma.size != D` reads like the rule "one value a feature".
why.zh: `gamma.size != D` 读起来就像「每个特征一个值」。
fix: Compare shapes: `gamma.shape != (D,)`.
fix.zh: 比较形状：`gamma.shape != (D,)`。
fails: rejects_wrong_parameter_shapes
line: ^(?!.*ndim).*(?:\.size\s*!=|!=\s*\w+\.size\b|\b(?:len|size)\(\s*\w+\s*\)\s*!=|\.size\s*==(?!\s*0))
"""

import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    D = x.shape[-1]
    if gamma.size != D or beta.size != D:
        raise ValueError("gamma and beta must have shape (D,)")
    x64 = np.asarray(x, dtype=np.float64)
    mu = np.sum(x64, axis=-1, keepdims=True) / D
    var = np.sum((x64 - mu) ** 2, axis=-1, keepdims=True) / D
    xhat = (x64 - mu) / np.sqrt(var + eps)
    return (gamma * xhat + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    D = x.shape[-1]
    if gamma.size != D:
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
