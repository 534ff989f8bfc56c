r"""
what: Your default eps is another than 1e-5.
what.zh: 你的 eps 默认值不是 1e-5。
numbers: With 1e-3, at a standard deviation of 0.01 y is 3.2 times too small; at 1 a relative 5e-4.
numbers.zh: 若为 1e-3，标准差为 0.01 时 y 小了 3.2 倍；标准差为 1 时相对误差 5e-4。
why: Keras's LayerNormalization has epsilon=1e-3, others 1e-6 or 1e-12; PyTorch's, and this
  statement's, is 1e-5.
why.zh: Keras 的 LayerNormalization 默认 epsilon=1e-3，别处也有 1e-6 或 1e-12；PyTorch 和本题为 1e-5。
fix: Write `eps=1e-5` in both signatures.
fix.zh: 两个函数签名中都写 `eps=1e-5`。
fails: eps_argument_is_used, backward_uses_eps
line: \beps\s*(?::\s*float\s*)?=\s*(?!1(?:\.0*)?[eE]-0?5\b|0?\.00001\b)(?:\d+(?:\.\d*)?(?:[eE]-\d+)?|\.\d+)\s*\)
"""

import numpy as np


def layer_norm(x, gamma, beta, eps=1e-3):
    D = x.shape[-1]
    if gamma.shape != (D,) or beta.shape != (D,):
        raise ValueError("gamma and beta must have shape (D,)")
    x64 = np.asarray(x, dtype=np.float64)
    mu = np.sum(x64, axis=-1, keepdims=True) / D
    var = np.sum((x64 - mu) ** 2, axis=-1, keepdims=True) / D
    xhat = (x64 - mu) / np.sqrt(var + eps)
    return (gamma * xhat + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-3):
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
