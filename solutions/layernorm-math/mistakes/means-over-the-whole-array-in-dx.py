"""
what: The two means in dx have no axis: they mix all rows.
what.zh: dx 里的两个均值没有指定轴：把所有行混在了一起。
numbers: Right for a single row. For more, what arrives at one row changes the gradient of
  another, which is impossible here.
numbers.zh: 只有一行时正确；多行时，一行收到的梯度会改变另一行的梯度，而这在层归一化中不可能。
why: `g.mean()` was written with one row in mind.
why.zh: 写 `g.mean()` 时心里想的是一行。
fix: Use `axis=-1, keepdims=True`.
fix.zh: 使用 `axis=-1, keepdims=True`。
fails: dx_is_the_exact_gradient, gamma_acts_inside_dx, backward_any_leading_axes,
  backward_large_offset, backward_float16_is_computed_in_float32
"""

import numpy as np


def _check(x, *params):
    for p in params:
        if p.shape != (x.shape[-1],):
            raise ValueError("gamma/beta must match the last axis")


def _hat(x, eps):
    x = x.astype(np.float64)
    inv = 1 / np.sqrt(x.var(-1, keepdims=True) + eps)
    return (x - x.mean(-1, keepdims=True)) * inv, inv


def layer_norm(x, gamma, beta, eps=1e-5):
    _check(x, gamma, beta)
    return (_hat(x, eps)[0] * gamma + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _check(x, gamma)
    h, inv = _hat(x, eps)
    up = dy.astype(np.float64)
    g = up * gamma
    dx = inv * (g - g.mean() - h * (g * h).mean()) if g.size else g
    rows = tuple(range(x.ndim - 1))
    return dx.astype(x.dtype), (up * h).sum(rows), up.sum(rows)
