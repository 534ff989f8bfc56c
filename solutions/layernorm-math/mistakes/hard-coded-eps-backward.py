r"""
what: layer_norm_backward does not use the eps that it is given.
what.zh: layer_norm_backward 没有使用传入的 eps。
numbers: Where 1e-5 is added whatever eps is: with eps = 0.25 and a standard deviation of 0.5 the first two terms of dx are 1.41
  times too large, the third 2.83 times. With the default nothing shows.
numbers.zh: 若总是加 1e-5：eps = 0.25、标准差 0.5 时，dx 的前两项大了 1.41 倍，第三项大了 2.83 倍；用默认值时看不出来。
why: The backward pass recomputes the statistics through a helper that was not given eps.
why.zh: 反向传播用一个没有传入 eps 的辅助函数重新计算统计量。
fix: Pass eps on to the helper.
fix.zh: 把 eps 传给辅助函数。
fails: backward_uses_eps
line: \+\s*(?:\d+(?:\.\d*)?[eE]-\d+|0?\.0+\d+|_?EPS\w*)|=\s*\w*(?:norm|hat|stand)\w*\(\s*x\w*\s*\)
"""

import numpy as np


def _check(p, x, name):
    if p.shape != (x.shape[-1],):
        raise ValueError(f"{name} must have shape {(x.shape[-1],)}, got {p.shape}")


def normalize(x, eps=1e-5):
    z = x.astype(np.float64)
    c = z - z.mean(-1, keepdims=True)
    s = np.sqrt((c * c).mean(-1, keepdims=True) + eps)
    return c / s, s


def layer_norm(x, gamma, beta, eps=1e-5):
    _check(gamma, x, "gamma")
    _check(beta, x, "beta")
    return (normalize(x, eps)[0] * gamma + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _check(gamma, x, "gamma")
    h, s = normalize(x)
    up = dy.astype(np.float64)
    lead = tuple(range(x.ndim - 1))
    g = gamma * up
    dx = (g - g.mean(-1, keepdims=True) - h * (g * h).mean(-1, keepdims=True)) / s
    return dx.astype(x.dtype), (up * h).sum(lead), up.sum(lead)
