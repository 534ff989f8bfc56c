r"""
what: dx lacks the term -x_hat * mean(g * x_hat), what flows back through the variance.
what.zh: dx 缺少 -x_hat * mean(g * x_hat) 这一项，即经由方差回传的部分。
numbers: With g = x_hat the exact dx is almost 0, as y does not change when a row is stretched;
  yours is x_hat / std.
numbers.zh: g = x_hat 时精确的 dx 几乎为 0（拉伸一行不改变 y）；你的是 x_hat / std。
why: Only the mean was taken for a function of x, as if std were a running statistic.
why.zh: 只把均值看作 x 的函数，好像 std 是滑动统计量。
fix: Subtract `x_hat * (g * x_hat).mean(axis=-1, keepdims=True)`.
fix.zh: 减去 `x_hat * (g * x_hat).mean(axis=-1, keepdims=True)`。
fails: dx_is_the_exact_gradient, gamma_acts_inside_dx, backward_uses_eps,
  backward_any_leading_axes, backward_large_offset, backward_float16_is_computed_in_float32
line: \bd_?x\w*\s*=[^=]*\(\s*(\w+)\s*-\s*(?:\1\.mean\([^()]*\)|(?:np\.)?mean\(\s*\1\b[^()]*\))\s*\)\s*(?:[*/]|$)
"""

import numpy as np


def _prepare(x, eps):
    z = x.astype(np.float64)
    mu = z.mean(axis=-1, keepdims=True)
    return z - mu, np.sqrt(z.var(axis=-1, keepdims=True) + eps)


def _require(p, x):
    if p.shape != x.shape[-1:]:
        raise ValueError(f"got {p.shape}, want {x.shape[-1:]}")


def layer_norm(x, gamma, beta, eps=1e-5):
    _require(gamma, x), _require(beta, x)
    c, s = _prepare(x, eps)
    return (c / s * gamma + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _require(gamma, x)
    c, s = _prepare(x, eps)
    dy = dy.astype(np.float64)
    lead = tuple(range(x.ndim - 1))
    g = dy * gamma
    dx = (g - g.mean(axis=-1, keepdims=True)) / s
    return dx.astype(x.dtype), (dy * c / s).sum(axis=lead), dy.sum(axis=lead)
