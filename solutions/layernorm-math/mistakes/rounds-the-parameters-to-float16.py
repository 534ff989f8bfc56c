"""
what: You cast gamma and beta to the dtype of x first, so that beside a float16 x they are rounded
  to float16.
what.zh: 你先把 gamma 和 beta 转成 x 的 dtype，于是 x 为 float16 时它们被舍入到 float16。
numbers: A float32 gamma of 30 is off by up to 0.008, and so is y. Where gamma * x_hat and beta
  cancel, nothing right is left; a gamma of 1e5 becomes inf.
numbers.zh: float32 的 gamma 为 30 时误差可达 0.008，y 也是如此；当 gamma * x_hat 与 beta 相消时，结果毫无准确可言；gamma 为 1e5 时变成 inf。
why: With all arguments of one dtype, the result has the dtype of x without another thought.
why.zh: 参数都是同一 dtype 时，不用多想，结果就是 x 的 dtype。
fix: Widen the parameters too, and cast the result alone.
fix.zh: 参数也一并转宽，只转换结果。
fails: float16_is_computed_in_float32, backward_float16_is_computed_in_float32
"""

import numpy as np


def as_x(x, *parameters):
    """The parameters beside x: of its dtype, then wide, as x is."""
    for p in parameters:
        if p.shape != x.shape[-1:]:
            raise ValueError(f"a parameter of shape {p.shape} beside x of shape {x.shape}")
    return [each.astype(x.dtype).astype(np.float64) for each in (x, *parameters)]


def layer_norm(x, gamma, beta, eps=1e-5):
    z, g, b = as_x(x, gamma, beta)
    z -= z.mean(axis=-1, keepdims=True)
    z /= np.sqrt(np.mean(z**2, axis=-1, keepdims=True) + eps)
    return (z * g + b).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    z, w = as_x(x, gamma)
    z -= z.mean(axis=-1, keepdims=True)
    std = np.sqrt(np.mean(z**2, axis=-1, keepdims=True) + eps)
    z /= std
    up = dy.astype(np.float64)
    lead = tuple(range(x.ndim - 1))
    g = up * w
    dx = (g - g.mean(-1, keepdims=True) - z * (g * z).mean(-1, keepdims=True)) / std
    return dx.astype(x.dtype), (up * z).sum(axis=lead), up.sum(axis=lead)
