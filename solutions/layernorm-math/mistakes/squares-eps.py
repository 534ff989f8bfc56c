r"""
what: You squared eps under the square root; there it is to be added as it is.
what.zh: 你把 eps 平方后再加到根号里；应直接把 eps 加进去。
numbers: At a standard deviation of 1e-3 the divisor is 1.00e-3 in place of 3.32e-3, and y is 3.3 times
  too large. At 1 the difference is 5e-6.
numbers.zh: 标准差为 1e-3 时，除数是 1.00e-3 而不是 3.32e-3，y 大了 3.3 倍；标准差为 1 时只差 5e-6。
why: Under a root everything is squared, and a norm smoothed by a length eps is `sqrt(d**2 + eps**2)`.
why.zh: 根号里的量都是平方；而用长度 eps 平滑的范数正是 `sqrt(d**2 + eps**2)`。
fix: Write `np.sqrt(var + eps)`: eps has the unit of a variance.
fix.zh: 写成 `np.sqrt(var + eps)`：eps 的量纲与方差相同。
fails: eps_inside_the_square_root, eps_argument_is_used, constant_rows_give_beta, backward_uses_eps
line: \beps\s*\*\*\s*2|\beps\s*\*\s*eps\b|\b(?:square|power)\(\s*eps\b|\bhypot\(.*\beps\b
"""

import numpy as np


def _standardize(x, eps):
    x = x.astype(np.promote_types(x.dtype, np.float32))
    centred = x - x.mean(axis=-1, keepdims=True)
    std = np.sqrt(np.mean(centred**2, axis=-1, keepdims=True) + eps**2)
    return centred / std, std


def _check(x, *params):
    for p in params:
        if p.shape != x.shape[-1:]:
            raise ValueError(f"expected shape {x.shape[-1:]}, got {p.shape}")


def layer_norm(x, gamma, beta, eps=1e-5):
    _check(x, gamma, beta)
    x_hat, _ = _standardize(x, eps)
    return (gamma * x_hat + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _check(x, gamma)
    x_hat, std = _standardize(x, eps)
    dy = dy.astype(np.promote_types(dy.dtype, np.float32))
    rows = tuple(range(x.ndim - 1))
    g = dy * gamma
    dx = (g - g.mean(axis=-1, keepdims=True) - x_hat * (g * x_hat).mean(axis=-1, keepdims=True)) / std
    return dx.astype(x.dtype), (dy * x_hat).sum(axis=rows), dy.sum(axis=rows)
