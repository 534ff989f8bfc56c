r"""
what: layer_norm_backward computes the variance as E[x^2] - E[x]^2.
what.zh: layer_norm_backward 用 E[x^2] - E[x]^2 计算方差。
numbers: In float32 at mean 1e4 a variance of 1 comes out as 0, 8 or negative: dx is hundreds of
  times too large, a third of its size or NaN.
numbers.zh: float32 下均值为 1e4 时，方差 1 会算成 0、8 或负数：dx 大几百倍、只有三分之一，或为 NaN。
why: One pass over the data is cheaper, and the identity is exact on paper.
why.zh: 只扫描一遍数据更省，而且公式在纸上完全等价。
fix: Subtract the mean first, in the backward pass too: `np.mean((x - mean) ** 2)`.
fix.zh: 反向传播中也先减去均值：`np.mean((x - mean) ** 2)`。
fails: backward_large_offset
line: -\s*(?:\w*mean\w*|\w*mu|m|ex|e_x|avg)\s*\*\*\s*2\b|-\s*(\w*mean\w*|\w*mu|m|ex|e_x|avg)\s*\*\s*\1\b|-\s*(?:np\.)?(?:square|power)\(\s*(?:\w*mean\w*|mu|m)\b|\bmean\([^()]*(?:\*\*\s*2|square\([^()]*\))[^()]*\)\s*-
"""

import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    d = x.shape[-1]
    if gamma.shape != (d,) or beta.shape != (d,):
        raise ValueError("bad parameter shape")
    z = x if x.dtype != np.float16 else x.astype(np.float32)
    z = z - z.mean(-1, keepdims=True)
    return (gamma * z / np.sqrt(z.var(-1, keepdims=True) + eps) + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    d = x.shape[-1]
    if gamma.shape != (d,):
        raise ValueError("bad parameter shape")
    wide = np.float32 if x.dtype == np.float16 else x.dtype
    z, dy = x.astype(wide), dy.astype(wide)
    ex, exx = z.mean(-1, keepdims=True), (z * z).mean(-1, keepdims=True)
    inv = 1 / np.sqrt(exx - ex**2 + eps)
    xhat = (z - ex) * inv
    g = dy * gamma
    dx = inv * (g - g.mean(-1, keepdims=True) - xhat * (g * xhat).mean(-1, keepdims=True))
    dgamma = (dy * xhat).reshape(-1, d).sum(0)
    return dx.astype(x.dtype), dgamma, dy.reshape(-1, d).sum(0)
