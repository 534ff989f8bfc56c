r"""
what: layer_norm has eps, layer_norm_backward does not.
what.zh: layer_norm 有 eps，layer_norm_backward 没有。
numbers: A constant row, and every row at D = 1, has the gradient NaN. At a standard deviation
  of 1e-3 dx is 3.3 times too large or more.
numbers.zh: 常数行以及 D = 1 时的每一行，梯度都是 NaN；标准差为 1e-3 时 dx 大 3.3 倍或更多。
why: The gradient was derived for the plain z-score.
why.zh: 梯度是按普通 z 分数推导的。
fix: eps is a constant: keep it in `1 / np.sqrt(var + eps)` everywhere.
fix.zh: eps 是常数：在所有 `1 / np.sqrt(var + eps)` 里都保留它。
fails: backward_uses_eps
line: \bsqrt\((?!.*(?:eps|EPS|[0-9]e-|\+\s*e\b))(?=.*(?:var|\*\*\s*2|square))|\bstd\([^()]*\)(?!\s*\+)
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
    inv_std = 1.0 / z.std(axis=-1, keepdims=True)
    x_hat = (z - mean) * inv_std
    rows = tuple(range(x.ndim - 1))
    dgamma = (up * x_hat).sum(axis=rows)
    dbeta = up.sum(axis=rows)
    g = up * gamma
    dx = inv_std * (
        g - g.mean(axis=-1, keepdims=True) - x_hat * (g * x_hat).mean(axis=-1, keepdims=True)
    )
    return dx.astype(x.dtype), dgamma, dbeta
