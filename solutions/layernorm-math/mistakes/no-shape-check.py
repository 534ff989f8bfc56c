"""
what: You let NumPy broadcast gamma and beta of any shape.
what.zh: 你任由 NumPy 广播任何形状的 gamma 和 beta。
numbers: A gamma of shape `()`, `(1,)`, `(1, D)` or `(D, 1)` raises nothing; the last gives an
  array of another shape or scales rows in place of features.
numbers.zh: 形状为 `()`、`(1,)`、`(1, D)` 或 `(D, 1)` 的 gamma 不会报错；最后一种会得到别的形状，或缩放了行而不是特征。
why: A wrong length raises by itself, so it looks as if all were seen to.
why.zh: 长度不对时 NumPy 自己会报错，看上去好像已经都检查了。
fix: Compare `gamma.shape` and `beta.shape` with `(x.shape[-1],)` and raise ValueError.
fix.zh: 将 `gamma.shape`、`beta.shape` 与 `(x.shape[-1],)` 比较，不同则抛出 ValueError。
fails: rejects_wrong_parameter_shapes
"""

import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    D = x.shape[-1]
    x64 = np.asarray(x, dtype=np.float64)
    mu = np.sum(x64, axis=-1, keepdims=True) / D
    var = np.sum((x64 - mu) ** 2, axis=-1, keepdims=True) / D
    xhat = (x64 - mu) / np.sqrt(var + eps)
    return (gamma * xhat + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    D = x.shape[-1]
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
