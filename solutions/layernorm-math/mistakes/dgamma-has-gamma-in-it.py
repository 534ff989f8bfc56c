r"""
what: dgamma sums dy * gamma * x_hat; gamma is not part of its own derivative.
what.zh: dgamma 对 dy * gamma * x_hat 求和了；gamma 的导数里没有 gamma 自己。
numbers: Each entry is gamma times too large: right at gamma = 1, twice as large at 2.
numbers.zh: 每个分量大了 gamma 倍：gamma = 1 时正确，2 时翻倍。
why: `g = dy * gamma` was computed first and used for everything.
why.zh: 先算了 `g = dy * gamma`，然后到处都用它。
fix: Use dy itself for dgamma and dbeta, `dy * gamma` for dx.
fix.zh: dgamma 和 dbeta 用 dy 本身，dx 用 `dy * gamma`。
fails: dgamma_and_dbeta, backward_any_leading_axes, backward_float16_is_computed_in_float32
line: \b(?:d_?g|d_?gamma|grad_gamma|gamma_grad)\s*=.*(?:\bgamma\s*\*|\*\s*gamma\b|\b(?:g|d_?x_?hat|d_?norm\w*)\s*\*|\*\s*(?:g|d_?x_?hat|d_?norm\w*)\b)
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
    z = x.astype(np.float64)
    s = np.sqrt(z.var(-1, keepdims=True) + eps)
    h = (z - z.mean(-1, keepdims=True)) / s
    rows = tuple(range(x.ndim - 1))
    g = dy.astype(np.float64) * gamma
    dgamma = np.sum(g * h, axis=rows)
    dbeta = np.sum(dy, axis=rows, dtype=np.float64)
    dx = (g - g.mean(-1, keepdims=True) - h * (g * h).mean(-1, keepdims=True)) / s
    return dx.astype(x.dtype), dgamma, dbeta
