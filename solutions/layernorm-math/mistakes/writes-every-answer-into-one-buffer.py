"""
what: layer_norm writes y into a buffer that it keeps, so the next call overwrites what the last
  one returned.
what.zh: layer_norm 把 y 写入一个保留的缓冲区，下一次调用就会覆盖上一次返回的结果。
numbers: Each y is right when it is returned. After a second call with the same shape the first y
  holds the second one's numbers: two layers of a network share one output.
numbers.zh: 每个 y 返回时都正确；以相同形状再调用一次之后，第一个 y 里就是第二个的数：网络的两层共用同一个输出。
why: Allocating an array for each call looked wasteful.
why.zh: 每次调用都分配一个数组，看上去很浪费。
fix: Return a new array from each call.
fix.zh: 每次调用都返回新数组。
fails: normalizes_each_row
"""

import numpy as np

_buffers = {}


def layer_norm(x, gamma, beta, eps=1e-5):
    features = x.shape[-1]
    if gamma.shape != (features,) or beta.shape != (features,):
        raise ValueError(f"need shape ({features},)")
    key = x.shape, x.dtype
    if key not in _buffers:
        _buffers[key] = np.empty(x.shape, x.dtype)
    wide = x.astype(np.float64)
    std = np.sqrt(wide.var(axis=-1, keepdims=True) + eps)
    y = _buffers[key]
    y[...] = gamma * (wide - wide.mean(axis=-1, keepdims=True)) / std + beta
    return y


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
