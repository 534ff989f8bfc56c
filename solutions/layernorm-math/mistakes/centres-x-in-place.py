r"""
what: layer_norm subtracts the mean from x itself, so the caller's array is changed.
what.zh: layer_norm 直接在 x 上减均值，修改了调用者的数组。
numbers: y is right. The residual connection `x + f(layer_norm(x))` then adds the centred x.
numbers.zh: y 正确，但残差连接 `x + f(layer_norm(x))` 加上的是去均值后的 x。
why: `-=` saves an array and looks the same as `x = x - mean`.
why.zh: `-=` 省一个数组，看上去与 `x = x - mean` 一样。
fix: Write `x = x - mean`, or take a copy first.
fix.zh: 写成 `x = x - mean`，或先复制。
fails: arguments_are_not_changed
line: ^\s*x\s*(?:\[[^\]]*\]\s*)?[-+*/]=|^\s*x\[[^\]]*\]\s*=(?!=)|\bout\s*=\s*x\b
"""

import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    features = x.shape[-1]
    if gamma.shape != (features,) or beta.shape != (features,):
        raise ValueError(f"need shape ({features},)")
    wide = x.astype(np.float64)
    mean = wide.mean(axis=-1, keepdims=True)
    std = np.sqrt(wide.var(axis=-1, keepdims=True) + eps)
    x -= mean.astype(x.dtype)
    return (gamma * (wide - mean) / std + beta).astype(x.dtype)


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
