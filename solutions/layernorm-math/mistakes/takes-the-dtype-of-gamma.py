r"""
what: You took the dtype of gamma; x decides in which dtype the answers are.
what.zh: 你采用了 gamma 的 dtype；结果的 dtype 应由 x 决定。
numbers: A float64 x with float32 parameters gives a float32 y, right to 1e-7 only;
  a float32 x with `np.ones(D)` comes out as float64.
numbers.zh: float64 的 x 配 float32 的参数时 y 成为 float32，只准到 1e-7；float32 的 x 配 `np.ones(D)` 则得到 float64。
why: In a model the parameters set the dtype; here the statement says that x does.
why.zh: 在模型里由参数决定 dtype；而本题由 x 决定。
fix: Compute in x's dtype (float32 at least) and give back x's dtype.
fix.zh: 用 x 的 dtype（至少 float32）计算，并以 x 的 dtype 返回。
fails: gamma_scales_and_beta_shifts, keeps_the_dtype, gamma_acts_inside_dx,
  backward_keeps_the_dtype
line: \b(?:x|dy|dx|y|out)\.astype\(\s*gamma\.dtype|\+\s*beta\s*\)\.astype\(\s*gamma\.dtype|\barray\(\s*(?:x|dy)\s*,.*\bgamma\.dtype
"""

import numpy as np


def _hat(x, eps):
    wide = x.astype(np.result_type(x, np.float32))
    c = wide - wide.mean(-1, keepdims=True)
    s = np.sqrt(np.square(c).mean(-1, keepdims=True) + eps)
    return c / s, s


def _check(x, *ps):
    for p in ps:
        if p.shape != (x.shape[-1],):
            raise ValueError("expected one value for each feature")


def layer_norm(x, gamma, beta, eps=1e-5):
    _check(x, gamma, beta)
    x = x.astype(gamma.dtype)
    h, _ = _hat(x, eps)
    return (gamma * h + beta).astype(gamma.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _check(x, gamma)
    x, dy = x.astype(gamma.dtype), dy.astype(gamma.dtype)
    h, s = _hat(x, eps)
    dy = dy.astype(h.dtype)
    g = dy * gamma
    dx = (g - g.mean(-1, keepdims=True) - h * (g * h).mean(-1, keepdims=True)) / s
    lead = tuple(range(x.ndim - 1))
    return dx.astype(gamma.dtype), (dy * h).sum(lead), dy.sum(lead)
