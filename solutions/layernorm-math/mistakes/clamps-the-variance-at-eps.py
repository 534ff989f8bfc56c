r"""
what: You took max(var, eps); eps is to be added to the variance.
what.zh: 你取了 max(var, eps)；eps 应当加到方差上。
numbers: Worst where the variance equals eps: y is sqrt(2) = 1.41 times too large. At var = 1e-6
  it is 1.05 times, at var = 1 a relative 5e-6.
numbers.zh: 方差等于 eps 时最糟：y 大了 sqrt(2) = 1.41 倍；var = 1e-6 时为 1.05 倍，var = 1 时相对误差 5e-6。
why: It too avoids a division by zero, and looks cleaner: rows that are not in danger are left
  alone.
why.zh: 这样也能避免除零，而且看上去更干净：没有危险的行不受影响。
fix: Add it: `np.sqrt(var + eps)`. The gradient is then smooth as well.
fix.zh: 相加：`np.sqrt(var + eps)`。这样梯度也是光滑的。
fails: eps_inside_the_square_root, eps_argument_is_used, backward_uses_eps
line: \b(?:maximum|max|clip|fmax)\(.*,\s*eps\b|\b(?:maximum|max|clip|fmax)\(\s*eps\s*,|\.clip\(\s*eps\b
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
    return (gamma * (z - mean) / np.sqrt(np.maximum(var, eps)) + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _check(gamma, x, "gamma")
    z, up = x.astype(np.float64), dy.astype(np.float64)
    mean = z.mean(axis=-1, keepdims=True)
    inv_std = 1.0 / np.sqrt(np.maximum(z.var(axis=-1, keepdims=True), eps))
    x_hat = (z - mean) * inv_std
    rows = tuple(range(x.ndim - 1))
    dgamma = (up * x_hat).sum(axis=rows)
    dbeta = up.sum(axis=rows)
    g = up * gamma
    dx = inv_std * (
        g - g.mean(axis=-1, keepdims=True) - x_hat * (g * x_hat).mean(axis=-1, keepdims=True)
    )
    return dx.astype(x.dtype), dgamma, dbeta
