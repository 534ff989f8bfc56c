r"""
what: You multiplied dx by gamma at the end; gamma belongs inside the two means.
what.zh: 你在最后才把 dx 乘以 gamma；gamma 应在两个均值之内。
numbers: Right where gamma is the same for all features. Otherwise the rows of dx no longer sum
  to 0.
numbers.zh: 所有特征的 gamma 相同时正确；否则 dx 每行之和不再为 0。
why: gamma looks like a factor of the whole expression, but it differs from feature to feature.
why.zh: gamma 看上去是整个式子的公因子，但它随特征而变。
fix: Take the means of `g = dy * gamma`.
fix.zh: 对 `g = dy * gamma` 取均值。
fails: gamma_acts_inside_dx, backward_any_leading_axes, backward_float16_is_computed_in_float32
line: \bgamma\s*[*/]\s*\w+\s*\*\s*\(|\bdx\s*=\s*gamma\s*\*|\bdx\s*\*=\s*gamma\b|\bdx\s*=.*\)\s*\*\s*gamma\s*(?:[*/]|$)|\breturn\s*\(?\s*\(?gamma\s*\*\s*dx\b
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
    g = up
    dx = gamma * inv_std * (
        g - g.mean(axis=-1, keepdims=True) - x_hat * (g * x_hat).mean(axis=-1, keepdims=True)
    )
    return dx.astype(x.dtype), dgamma, dbeta
