r"""
what: You took the statistics over all axes but the first; only the last is meant.
what.zh: 你对除第一轴外的所有轴取统计量；应只对最后一轴。
numbers: Right for `(B, D)`. For `(2, 3, 5)` fifteen numbers share a mean where five should; for
  one row `(D,)` nothing is normalized at all.
numbers.zh: 对 `(B, D)` 正确；对 `(2, 3, 5)`，本应 5 个数共用一个均值，却变成 15 个；对单行 `(D,)` 则完全没有归一化。
why: The paper's "all hidden units of a layer" was read as everything but the batch, as for
  images.
why.zh: 把论文中「一层的所有隐藏单元」理解为除批次外的一切，如同处理图像。
fix: Use `axis=-1`.
fix.zh: 使用 `axis=-1`。
fails: any_leading_axes, backward_any_leading_axes
line: \brange\(\s*1\s*,\s*(?:\w+\.ndim|np\.ndim\(|len\()|\.reshape\(\s*\(?\s*(?:\w+\.shape\[0\]|len\(\s*\w+\s*\)|[A-Za-z]\w*)\s*,\s*-1\s*\)
"""

import numpy as np


def _stats(x, eps):
    axes = tuple(range(1, x.ndim))
    wide = x.astype(np.float64)
    mu = np.mean(wide, axis=axes, keepdims=True)
    sigma = np.sqrt(np.var(wide, axis=axes, keepdims=True) + eps)
    return (wide - mu) / sigma, sigma, axes


def layer_norm(x, gamma, beta, eps=1e-5):
    for p in (gamma, beta):
        if p.shape != x.shape[-1:]:
            raise ValueError(f"parameter of shape {p.shape}, features {x.shape[-1]}")
    xhat, _, _ = _stats(x, eps)
    return (gamma * xhat + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != x.shape[-1:]:
        raise ValueError(f"gamma of shape {gamma.shape}, features {x.shape[-1]}")
    xhat, sigma, axes = _stats(x, eps)
    dy = dy.astype(np.float64)
    lead = tuple(range(x.ndim - 1))
    g = dy * gamma
    dx = g - g.mean(axis=axes, keepdims=True) - xhat * (g * xhat).mean(axis=axes, keepdims=True)
    return (dx / sigma).astype(x.dtype), (dy * xhat).sum(axis=lead), dy.sum(axis=lead)
