"""
what: You computed a float16 input in float16.
what.zh: 你用 float16 计算了 float16 的输入。
numbers: float16 ends at 65504: a difference of 300 from the mean has the square 9e4 = inf, so
  that y is 0. A mean near 1000 is rounded to a multiple of 0.5.
numbers.zh: float16 最大为 65504：与均值相差 300 时平方为 9e4 = inf，于是 y 为 0；接近 1000 的均值被舍入到 0.5 的倍数。
why: The code never mentions a dtype, and NumPy keeps the one it is given.
why.zh: 代码从未提及 dtype，NumPy 便保持输入的类型。
fix: Widen first, `x.astype(np.float32)`, and cast the result back.
fix.zh: 先转宽：`x.astype(np.float32)`，最后再转换回来。
fails: constant_rows_give_beta, float16_is_computed_in_float32, backward_uses_eps,
  backward_float16_is_computed_in_float32
"""

import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    d = x.shape[-1]
    if gamma.shape != (d,):
        raise ValueError("gamma")
    if beta.shape != (d,):
        raise ValueError("beta")
    mean = x.sum(-1, keepdims=True) / d
    var = ((x - mean) ** 2).sum(-1, keepdims=True) / d
    return ((x - mean) / np.sqrt(var + eps) * gamma + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    d = x.shape[-1]
    if gamma.shape != (d,):
        raise ValueError("gamma")
    mean = x.sum(-1, keepdims=True) / d
    std = np.sqrt(((x - mean) ** 2).sum(-1, keepdims=True) / d + eps)
    h = (x - mean) / std
    g = dy * gamma
    dx = (g - g.mean(-1, keepdims=True) - h * (g * h).mean(-1, keepdims=True)) / std
    lead = tuple(range(x.ndim - 1))
    return dx.astype(x.dtype), (dy * h).sum(lead), dy.sum(lead)
