r"""
what: You used `assert`, which raises AssertionError; the statement asks for ValueError.
what.zh: 你用了 `assert`，它抛出 AssertionError；题目要求 ValueError。
numbers: The shapes are told apart rightly, but `except ValueError` does not catch it, and
  `python -O` takes the check out.
numbers.zh: 形状判断是对的，但 `except ValueError` 捕获不到，而且 `python -O` 会去掉这个检查。
why: An assertion is the shortest check.
why.zh: 断言是最短的检查。
fix: Write `if gamma.shape != (D,): raise ValueError(...)`.
fix.zh: 写成 `if gamma.shape != (D,): raise ValueError(...)`。
fails: rejects_wrong_parameter_shapes
line: ^\s*assert\b.*\b(?:shape|size|ndim|len)\b
"""

import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    D = x.shape[-1]
    assert gamma.shape == (D,) and beta.shape == (D,), "gamma and beta must have shape (D,)"
    x64 = np.asarray(x, dtype=np.float64)
    mu = np.sum(x64, axis=-1, keepdims=True) / D
    var = np.sum((x64 - mu) ** 2, axis=-1, keepdims=True) / D
    xhat = (x64 - mu) / np.sqrt(var + eps)
    return (gamma * xhat + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    D = x.shape[-1]
    assert gamma.shape == (D,), "gamma must have shape (D,)"
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
