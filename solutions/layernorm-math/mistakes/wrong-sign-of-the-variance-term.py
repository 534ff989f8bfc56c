r"""
what: dx has + x_hat * mean(g * x_hat) where it should be minus.
what.zh: dx 中的 x_hat * mean(g * x_hat) 前应为减号，你写成了加号。
numbers: With g = x_hat dx should be almost 0; yours is 2 * x_hat / std.
numbers.zh: g = x_hat 时 dx 应几乎为 0；你的是 2 * x_hat / std。
why: The derivative of (var + eps)^(-1/2) brings a minus sign that got lost.
why.zh: (var + eps)^(-1/2) 的导数带来的负号丢了。
fix: Write `g - mean(g) - x_hat * mean(g * x_hat)`.
fix.zh: 写成 `g - mean(g) - x_hat * mean(g * x_hat)`。
fails: dx_is_the_exact_gradient, gamma_acts_inside_dx, backward_uses_eps,
  backward_any_leading_axes, backward_large_offset, backward_float16_is_computed_in_float32
line: (?:^|-\s*(?![1(\s]).*)\s*\+\s*\w+\s*\*\s*(?:(?:np\.)?(?:mean|sum)\(\s*\w+\s*\*|\(\s*\w+\s*\*\s*\w+\s*\)\.(?:mean|sum)\()|-\s*(?![1(\s]).*\+\s*(?:np\.)?outer\(\s*(\w+)\s*,\s*\1\s*\)|\bdx\b.*\w\s*-\s*\w+\s*\+\s*\w+\s*\*\s*\w+\s*\)
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
        g - g.mean(axis=-1, keepdims=True) + x_hat * (g * x_hat).mean(axis=-1, keepdims=True)
    )
    return dx.astype(x.dtype), dgamma, dbeta
