r"""
what: You returned (dx, dbeta, dgamma); the order is (dx, dgamma, dbeta).
what.zh: 你返回了 (dx, dbeta, dgamma)；顺序应为 (dx, dgamma, dbeta)。
numbers: Both have the shape `(D,)`, so nothing fails: each parameter is trained with the
  other's gradient.
numbers.zh: 两者形状都是 `(D,)`，不会报错：每个参数都用着另一个的梯度训练。
why: dbeta is the simpler one and was computed first.
why.zh: dbeta 更简单，先算了它。
fix: Return in the order of the arguments of `layer_norm`: x, gamma, beta.
fix.zh: 按 `layer_norm` 的参数顺序返回：x、gamma、beta。
fails: dgamma_and_dbeta, backward_uses_eps, backward_any_leading_axes, backward_large_offset,
  backward_float16_is_computed_in_float32
line: \breturn\b.*\b(?:d_?b|\w*(?:beta|bias|shift))\s*,\s*(?:d_?g|\w*(?:gamma|scale|weight))\b|\breturn\b.*,\s*(?:dy|dout|up|u)\w*\.sum\([^()]*\)\s*,\s*\(|\breturn\b.*\bnp\.sum\(\s*\w+\s*,[^*]*\bnp\.sum\(\s*\w+\s*\*
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
    ) / (D * std)
    return dx.astype(x.dtype), dbeta, dgamma
