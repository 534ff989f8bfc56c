r"""
what: You took (var + eps)^(-1/2) in the gradient of the variance; the derivative has the power
  -3/2.
what.zh: 你在方差的梯度里用了 (var + eps)^(-1/2)；导数的指数应为 -3/2。
numbers: The third term of dx is too large by var + eps: 4 times at a standard deviation of 2.
  At 1 nothing shows.
numbers.zh: dx 的第三项大了 var + eps 倍：标准差 2 时为 4 倍；标准差为 1 时看不出来。
why: The power rule was half applied: the factor -1/2 is there, the exponent was not lowered.
why.zh: 幂法则只用了一半：系数 -1/2 有了，指数没有减 1。
fix: Use `-0.5 * (var + eps) ** -1.5`.
fix.zh: 使用 `-0.5 * (var + eps) ** -1.5`。
fails: dx_is_the_exact_gradient, gamma_acts_inside_dx, backward_uses_eps,
  backward_any_leading_axes, backward_large_offset, backward_float16_is_computed_in_float32
line: -\s*(?:0?\.5|1\s*/\s*2)\b.*(?:\*\*\s*\(?\s*-\s*(?:0?\.5|1\s*/\s*2)|/\s*(?:np\.)?sqrt\(|/\s*(?:std|s|sd|sigma)\b(?!\s*\*\*)|\*\s*(?:inv_?std|rstd|ivar|inv)\b(?!\s*\*\*))
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
    x64, dout = x.astype(np.float64), dy.astype(np.float64)
    xmu = x64 - x64.mean(axis=-1, keepdims=True)
    var = (xmu**2).mean(axis=-1, keepdims=True)
    ivar = (var + eps) ** -0.5
    dxhat = dout * gamma
    dvar = np.sum(dxhat * xmu, axis=-1, keepdims=True) * -0.5 * (var + eps) ** -0.5
    dmu = np.sum(-dxhat * ivar, axis=-1, keepdims=True)
    dx = dxhat * ivar + dvar * 2 * xmu / D + dmu / D
    flat = (-1, D)
    dgamma = (dout * xmu * ivar).reshape(flat).sum(0)
    return dx.astype(x.dtype), dgamma, dout.reshape(flat).sum(0)
