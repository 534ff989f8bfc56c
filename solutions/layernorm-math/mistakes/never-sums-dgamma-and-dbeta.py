r"""
what: dgamma and dbeta are not summed over the rows: they have the shape of x.
what.zh: dgamma 和 dbeta 没有对各行求和：它们的形状与 x 相同。
numbers: Right for a single row only, where there is nothing to sum.
numbers.zh: 只有单行时正确，因为没有可求和的东西。
why: Derived for one row; that all rows share gamma and beta was forgotten.
why.zh: 是按一行推导的，忘了所有行共用 gamma 和 beta。
fix: A parameter that was broadcast has its gradient summed over the axes it was broadcast
  along.
fix.zh: 被广播的参数，其梯度要沿被广播的轴求和。
fails: dgamma_and_dbeta, backward_uses_eps, backward_any_leading_axes, backward_large_offset,
  backward_keeps_the_dtype, backward_float16_is_computed_in_float32
line: \bd_?gamma\s*=\s*\w+\s*\*\s*\w+\s*$|\bd_?beta\s*=\s*(?!d_?gamma)\w+(?:\.copy\(\s*\)|\.astype\([^()]*\))?\s*$
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
    dgamma = dout * xhat
    dbeta = dout.copy()
    dxhat = dout * gamma
    dx = (
        D * dxhat
        - np.sum(dxhat, axis=-1, keepdims=True)
        - xhat * np.sum(dxhat * xhat, axis=-1, keepdims=True)
    ) / (D * std)
    return dx.astype(x.dtype), dgamma, dbeta
