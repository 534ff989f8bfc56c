"""
what: You flattened the leading axes and did not restore them.
what.zh: 你展平了前导轴却没有还原。
numbers: `(2, 3, 5)` comes back as `(6, 5)`, and `(5,)` as `(1, 5)`; the numbers are right.
numbers.zh: `(2, 3, 5)` 返回为 `(6, 5)`，`(5,)` 返回为 `(1, 5)`；数值正确。
why: Reshaping to rows is the simple way to take any leading axes; the way back was forgotten.
why.zh: 展平成行是处理任意前导轴的简单办法，但忘了变回来。
fix: End with `.reshape(x.shape)`.
fix.zh: 最后加上 `.reshape(x.shape)`。
fails: any_leading_axes, backward_any_leading_axes
"""

import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    D = x.shape[-1]
    if gamma.shape != (D,) or beta.shape != (D,):
        raise ValueError("wrong parameter shape")
    flat = x.reshape(-1, D).astype(np.float64)
    centred = flat - flat.mean(axis=1, keepdims=True)
    scale = np.sqrt((centred * centred).mean(axis=1, keepdims=True) + eps)
    return (gamma * centred / scale + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    D = x.shape[-1]
    if gamma.shape != (D,):
        raise ValueError("wrong parameter shape")
    flat, up = x.reshape(-1, D).astype(np.float64), dy.reshape(-1, D).astype(np.float64)
    centred = flat - flat.mean(axis=1, keepdims=True)
    scale = np.sqrt((centred * centred).mean(axis=1, keepdims=True) + eps)
    hat = centred / scale
    g = up * gamma
    dx = (g - g.mean(1, keepdims=True) - hat * (g * hat).mean(1, keepdims=True)) / scale
    return dx.astype(x.dtype), (up * hat).sum(0), up.sum(0)
