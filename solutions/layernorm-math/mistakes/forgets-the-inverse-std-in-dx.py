r"""
what: dx is not divided by the standard deviation.
what.zh: dx 没有除以标准差。
numbers: dx is too large by sqrt(var + eps): 2 times at a standard deviation of 2, 1000 times at
  1000. At 1 nothing shows.
numbers.zh: dx 大了 sqrt(var + eps) 倍：标准差 2 时为 2 倍，1000 时为 1000 倍；标准差为 1 时看不出来。
why: The bracket is the interesting part; the factor in front of it is easily lost.
why.zh: 括号里才是有意思的部分，前面的系数容易丢。
fix: Multiply the bracket by `1 / np.sqrt(var + eps)`.
fix.zh: 把括号乘以 `1 / np.sqrt(var + eps)`。
fails: dx_is_the_exact_gradient, gamma_acts_inside_dx, backward_uses_eps,
  backward_any_leading_axes, backward_large_offset, backward_float16_is_computed_in_float32
line: ^\s*\)\s*/\s*(?:D|d|n|N|features|dim)\s*$|\b1(?:\.0*)?\s*/\s*(?:D|d|n|N|features|dim)\s*\)?\s*\*\s*\(\s*(?:D|d|n|N|features|dim)\s*\*
"""

import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    D = x.shape[-1]
    if gamma.shape != (D,) or beta.shape != (D,):
        raise ValueError("gamma and beta must have shape (D,)")
    x64 = np.asarray(x, dtype=np.float64)
    mu = np.sum(x64, axis=-1, keepdims=True) / D
    var = np.sum((x64 - mu) ** 2, axis=-1, keepdims=True) / D
    xhat = (x64 - mu) / np.sqrt(var + eps)
    return (gamma * xhat + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    D = x.shape[-1]
    if gamma.shape != (D,):
        raise ValueError("gamma must have shape (D,)")
    x64, dout = np.asarray(x, dtype=np.float64), np.asarray(dy, dtype=np.float64)
    mu = np.sum(x64, axis=-1, keepdims=True) / D
    std = np.sqrt(np.sum((x64 - mu) ** 2, axis=-1, keepdims=True) / D + eps)
    xhat = (x64 - mu) / std
    dgamma = np.sum((dout * xhat).reshape(-1, D), axis=0)
    dbeta = np.sum(dout.reshape(-1, D), axis=0)
    dxhat = dout * gamma
    dx = (
        D * dxhat
        - np.sum(dxhat, axis=-1, keepdims=True)
        - xhat * np.sum(dxhat * xhat, axis=-1, keepdims=True)
    ) / D
    return dx.astype(x.dtype), dgamma, dbeta
