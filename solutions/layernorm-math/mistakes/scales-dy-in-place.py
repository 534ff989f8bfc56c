r"""
what: layer_norm_backward multiplies dy by gamma in place, so the caller's array is changed.
what.zh: layer_norm_backward 就地把 dy 乘以 gamma，修改了调用者的数组。
numbers: The three gradients are right. A branch that shares dy (a residual connection) goes on
  with gamma * dy.
numbers.zh: 三个梯度都正确，但共用 dy 的另一支路（残差连接）会拿到 gamma * dy。
why: `dy *= gamma` saves an array, after dgamma and dbeta are done with it.
why.zh: `dy *= gamma` 省一个数组，反正 dgamma 和 dbeta 已经算完。
fix: Write `g = dy * gamma`.
fix.zh: 写成 `g = dy * gamma`。
fails: arguments_are_not_changed
line: ^\s*dy\s*(?:\[[^\]]*\]\s*)?[-+*/]=|^\s*dy\[[^\]]*\]\s*=(?!=)|\bout\s*=\s*dy\b
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
    dy *= gamma.astype(dy.dtype)
    dx = inv_std * (
        g - g.mean(axis=-1, keepdims=True) - x_hat * (g * x_hat).mean(axis=-1, keepdims=True)
    )
    return dx.astype(x.dtype), dgamma, dbeta
