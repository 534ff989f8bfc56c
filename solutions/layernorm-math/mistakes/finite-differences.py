r"""
what: dx comes from finite differences; the exact gradient is asked for.
what.zh: dx 由有限差分得到；题目要求精确的梯度。
numbers: A step of 1e-6 leaves 10 right digits at a spread of 1, 5 at 1e5 (rounding) and 4 at
  2e-5 (curvature); it also takes 2 * D forward passes.
numbers.zh: 步长 1e-6 时，散布为 1 的行有 10 位正确数字，1e5 时（舍入误差）5 位，2e-5 时（曲率）4 位；而且需要 2 * D 次前向计算。
why: It is how gradients are checked, and it needs no derivation.
why.zh: 梯度检验就是这么做的，而且不用推导。
fix: Use the formula, and finite differences to test it.
fix.zh: 用公式计算，用有限差分来检验它。
fails: dx_is_the_exact_gradient, gamma_acts_inside_dx, backward_uses_eps,
  backward_any_leading_axes
line: \blayer_norm\(\s*\w+\s*[-+]|/\s*\(?\s*2(?:\.0*)?\s*\*\s*(?:h|delta|step|eps|epsilon|dh)\b
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
    D, h = x.shape[-1], 1e-6
    z, up = x.astype(np.float64), dy.astype(np.float64)
    ones, zeros = np.ones(D), np.zeros(D)
    dx = np.zeros_like(z)
    for j in range(D):
        step = h * np.eye(D)[j]
        y_plus = layer_norm(z + step, gamma, zeros, eps)
        y_minus = layer_norm(z - step, gamma, zeros, eps)
        dx[..., j] = (up * (y_plus - y_minus)).sum(axis=-1) / (2 * h)
    lead = tuple(range(x.ndim - 1))
    dgamma = (up * layer_norm(z, ones, zeros, eps)).sum(axis=lead)
    return dx.astype(x.dtype), dgamma, up.sum(axis=lead)
