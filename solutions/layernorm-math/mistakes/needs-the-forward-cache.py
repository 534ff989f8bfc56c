r"""
what: layer_norm_backward reads what the last call of layer_norm left behind, and ignores x.
what.zh: layer_norm_backward 读取上一次 layer_norm 调用留下的结果，忽略了 x。
numbers: Without a forward call before it, it raises KeyError; after another one it gives the
  gradient of the wrong data.
numbers.zh: 之前没有前向调用时抛出 KeyError；之前调用的是别的数据时，给出的是错误数据的梯度。
why: Layers in frameworks keep a cache; here all that is needed comes in as arguments.
why.zh: 框架里的层会保存缓存；而这里所需的一切都由参数传入。
fix: Compute x_hat and the standard deviation from x again.
fix.zh: 由 x 重新计算 x_hat 和标准差。
fails: dgamma_and_dbeta, dx_is_the_exact_gradient, gamma_acts_inside_dx, backward_uses_eps,
  backward_any_leading_axes, backward_large_offset, backward_keeps_the_dtype,
  backward_float16_is_computed_in_float32
crashes: yes
line: ^\s*global\b|\b\w*(?:cache|saved|state|memo)\w*\s*(?:\[|=\s*\{|=\s*None|=\s*\[|=\s*dict\(|\.update\(|\.append\()|\blayer_norm\.\w+
"""

import numpy as np

_cache = {}


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != (x.shape[-1],) or beta.shape != (x.shape[-1],):
        raise ValueError("gamma and beta need shape (D,)")
    z = x.astype(np.float64)
    std = np.sqrt(z.var(axis=-1, keepdims=True) + eps)
    xhat = (z - z.mean(axis=-1, keepdims=True)) / std
    _cache["xhat"], _cache["std"] = xhat, std
    return (gamma * xhat + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != (x.shape[-1],):
        raise ValueError("gamma needs shape (D,)")
    xhat, std = _cache["xhat"], _cache["std"]
    up = dy.astype(np.float64)
    lead = tuple(range(x.ndim - 1))
    g = up * gamma
    dx = (g - g.mean(-1, keepdims=True) - xhat * (g * xhat).mean(-1, keepdims=True)) / std
    return dx.astype(x.dtype), (up * xhat).sum(axis=lead), up.sum(axis=lead)
