"""
what: layer_norm_backward does not check the shape of gamma.
what.zh: layer_norm_backward 没有检查 gamma 的形状。
numbers: A gamma of `(1,)` or `(1, D)` is broadcast in the backward pass, and the gradients look
  reasonable.
numbers.zh: 反向传播中 `(1,)` 或 `(1, D)` 的 gamma 会被广播，梯度看上去还挺合理。
why: The forward pass has run before, so its check seemed enough.
why.zh: 前向已经先运行过，似乎检查一次就够了。
fix: Check in both functions: each can be called alone.
fix.zh: 两个函数都检查：它们都可以单独调用。
fails: rejects_wrong_parameter_shapes
"""

import numpy as np


def _check(p, x, name):
    if p.shape != (x.shape[-1],):
        raise ValueError(f"{name} must have shape {(x.shape[-1],)}, got {p.shape}")


def layer_norm(x, gamma, beta, eps=1e-5):
    _check(gamma, x, "gamma")
    _check(beta, x, "beta")
    z = x.astype(np.float64)
    mean = z.mean(axis=-1, keepdims=True)
    var = z.var(axis=-1, keepdims=True)
    return (gamma * (z - mean) / np.sqrt(var + eps) + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    z, up = x.astype(np.float64), dy.astype(np.float64)
    mean = z.mean(axis=-1, keepdims=True)
    inv_std = 1.0 / np.sqrt(z.var(axis=-1, keepdims=True) + eps)
    x_hat = (z - mean) * inv_std
    rows = tuple(range(x.ndim - 1))
    dgamma = (up * x_hat).sum(axis=rows)
    dbeta = up.sum(axis=rows)
    g = up * gamma
    dx = inv_std * (
        g - g.mean(axis=-1, keepdims=True) - x_hat * (g * x_hat).mean(axis=-1, keepdims=True)
    )
    return dx.astype(x.dtype), dgamma, dbeta
