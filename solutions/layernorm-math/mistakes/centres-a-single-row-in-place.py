"""
what: For a single row you work in place on `np.atleast_2d(x)`, which is a view of x: the caller's
  row is changed.
what.zh: 对单独一行，你在 `np.atleast_2d(x)` 上就地运算，而它是 x 的视图：调用者的那一行被改了。
numbers: Every result is right. A float64 row of shape `(D,)` is normalized after the call; batches
  and other dtypes are left alone.
numbers.zh: 结果都正确，但形状 `(D,)` 的 float64 行在调用后被归一化了；成批的数据和其他 dtype 不受影响。
why: `atleast_2d` returns another array object, and that looked like a copy.
why.zh: `atleast_2d` 返回另一个数组对象，看上去像是复制。
fix: Take a copy, `np.array(x, dtype=np.float64, ndmin=2)`, or use no in-place operators.
fix.zh: 用 `np.array(x, dtype=np.float64, ndmin=2)` 复制，或不用就地运算符。
fails: arguments_are_not_changed
"""

import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    features = x.shape[-1]
    if gamma.shape != (features,) or beta.shape != (features,):
        raise ValueError(f"need shape ({features},)")
    if x.ndim == 1:
        rows = np.atleast_2d(x).astype(np.float64, copy=False)
    else:
        rows = x.astype(np.float64)
    rows -= rows.mean(axis=-1, keepdims=True)
    rows /= np.sqrt((rows * rows).mean(axis=-1, keepdims=True) + eps)
    return (gamma * rows + beta).reshape(x.shape).astype(x.dtype)


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
