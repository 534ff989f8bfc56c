r"""
what: You added eps to the standard deviation; it belongs to the variance, inside the square
  root.
what.zh: 你把 eps 加到了标准差上；它应加在根号内的方差上。
numbers: At a standard deviation of 1 nearly nothing (5e-6). At 1e-3 the divisor is 1.01e-3 in
  place of 3.32e-3, and y is 3.3 times too large.
numbers.zh: 标准差为 1 时几乎看不出（5e-6）；标准差为 1e-3 时，除数是 1.01e-3 而不是 3.32e-3，y 大了 3.3 倍。
why: `x / (std + eps)` is how one guards any division, and how some blog posts write this one.
why.zh: `x / (std + eps)` 是防止除零的通常写法，一些博客也这样写层归一化。
fix: Write `np.sqrt(var + eps)`, in the backward pass too.
fix.zh: 写成 `np.sqrt(var + eps)`，反向传播中也一样。
fails: eps_inside_the_square_root, eps_argument_is_used, backward_uses_eps
line: \bsqrt\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)\s*\+\s*eps\b|\bstd\([^()]*\)\s*\+\s*eps\b|\b(?:std|sd|sigma|stddev|s)\s*\+\s*eps\b
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
    return (gamma * (z - mean) / (np.sqrt(var) + eps) + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _check(gamma, x, "gamma")
    z, up = x.astype(np.float64), dy.astype(np.float64)
    mean = z.mean(axis=-1, keepdims=True)
    inv_std = 1.0 / (z.std(axis=-1, keepdims=True) + eps)
    x_hat = (z - mean) * inv_std
    rows = tuple(range(x.ndim - 1))
    dgamma = (up * x_hat).sum(axis=rows)
    dbeta = up.sum(axis=rows)
    g = up * gamma
    dx = inv_std * (
        g - g.mean(axis=-1, keepdims=True) - x_hat * (g * x_hat).mean(axis=-1, keepdims=True)
    )
    return dx.astype(x.dtype), dgamma, dbeta
