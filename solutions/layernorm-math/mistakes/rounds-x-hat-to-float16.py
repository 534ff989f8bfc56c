r"""
what: You cast x_hat back to float16 before gamma and beta were applied.
what.zh: 你在应用 gamma 和 beta 之前就把 x_hat 转回了 float16。
numbers: x_hat is off by up to 5e-4, so y by 0.015 at gamma = 30; where gamma * x_hat and beta
  cancel, nothing right is left.
numbers.zh: x_hat 误差可达 5e-4，gamma = 30 时 y 误差 0.015；当 gamma * x_hat 与 beta 相消时，结果毫无准确可言。
why: The widening was put into a helper that gives its result back in the dtype it was given.
why.zh: 转宽写在辅助函数里，而它按输入的 dtype 返回结果。
fix: Cast once, as the last step.
fix.zh: 只在最后一步转换一次。
fails: float16_is_computed_in_float32, backward_float16_is_computed_in_float32
line: ^(?!.*\b(?:gamma|beta)\b).*\b\w*(?:hat|norm)\w*\s*=.*\.astype\(\s*x\.dtype|^(?!.*\b(?:gamma|beta|dx)\b).*\(\s*(?!d)(?:\w+|\(\s*(?!g\b)\w+\s*-\s*\w+\s*\))\s*[*/]\s*(?:\w+|(?:np\.)?sqrt\([^()]*\))\s*\)\.astype\(\s*\w+\.dtype
"""

import numpy as np


def standardize(x, eps):
    """In float64, given back as it came."""
    z = x.astype(np.float64)
    z = z - z.mean(axis=-1, keepdims=True)
    std = np.sqrt(np.mean(z**2, axis=-1, keepdims=True) + eps)
    return (z / std).astype(x.dtype), std


def layer_norm(x, gamma, beta, eps=1e-5):
    if not (gamma.shape == beta.shape == (x.shape[-1],)):
        raise ValueError("gamma and beta must be of shape (D,)")
    return (gamma * standardize(x, eps)[0] + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if not (gamma.shape == (x.shape[-1],)):
        raise ValueError("gamma must be of shape (D,)")
    x_hat, std = standardize(x, eps)
    up = dy.astype(np.float64)
    lead = tuple(range(x.ndim - 1))
    g = up * gamma
    dx = (g - g.mean(-1, keepdims=True) - x_hat * (g * x_hat).mean(-1, keepdims=True)) / std
    return dx.astype(x.dtype), (up * x_hat).sum(lead), up.sum(lead)
