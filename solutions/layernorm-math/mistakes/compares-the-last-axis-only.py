r"""
what: You looked only at the last axis of gamma and beta, so `(1, D)` gets through.
what.zh: 你只看了 gamma 和 beta 的最后一轴，于是 `(1, D)` 也能通过。
numbers: A gamma of `(1, D)` or `(2, D)` raises nothing; with the latter each row of a batch of
  two gets a scale of its own.
numbers.zh: `(1, D)` 或 `(2, D)` 的 gamma 不会报错；后者会让两行的批次中每行有自己的缩放。
why: `gamma.shape[-1] != x.shape[-1]` looks symmetrical and right.
why.zh: `gamma.shape[-1] != x.shape[-1]` 看上去对称又正确。
fix: Compare the whole shape: `gamma.shape != (D,)`.
fix.zh: 比较整个形状：`gamma.shape != (D,)`。
fails: rejects_wrong_parameter_shapes
line: \.shape\[-1:?\]\s*!=|!=\s*(?:gamma|beta|p|param)\.shape\[-1
"""

import numpy as np


def _check(p, x, name):
    if p.ndim == 0 or p.shape[-1] != x.shape[-1]:
        raise ValueError(f"{name} must have shape {(x.shape[-1],)}, got {p.shape}")


def layer_norm(x, gamma, beta, eps=1e-5):
    _check(gamma, x, "gamma")
    _check(beta, x, "beta")
    z = x.astype(np.float64)
    mean = z.mean(axis=-1, keepdims=True)
    var = z.var(axis=-1, keepdims=True)
    return (gamma * (z - mean) / np.sqrt(var + eps) + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _check(gamma, x, "gamma")
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
