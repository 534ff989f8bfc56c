"""
what: layer_norm_backward gives dx as float64 whatever the dtype of x.
what.zh: 无论 x 是什么 dtype，layer_norm_backward 都以 float64 返回 dx。
numbers: The values are right; everything further back is then computed in float64.
numbers.zh: 数值正确；但再往前的反向计算全都变成 float64。
why: The forward pass was cast back, the backward pass was forgotten.
why.zh: 前向转换回来了，反向却忘了。
fix: Return `dx.astype(x.dtype)`.
fix.zh: 返回 `dx.astype(x.dtype)`。
fails: backward_keeps_the_dtype
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
    return dx, dgamma, dbeta
