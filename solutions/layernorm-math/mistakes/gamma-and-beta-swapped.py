r"""
what: You scaled by beta and shifted by gamma.
what.zh: 你用 beta 缩放、用 gamma 平移了。
numbers: With gamma = 1 and beta = 0, the initial values, every output is 1.
numbers.zh: 在初始值 gamma = 1、beta = 0 下，每个输出都是 1。
why: The names do not say which is which; the gain is gamma, the bias beta.
why.zh: 名字本身看不出谁是谁；增益是 gamma，偏置是 beta。
fix: Write `gamma * x_hat + beta`.
fix.zh: 写成 `gamma * x_hat + beta`。
fails: normalizes_each_row, uses_population_variance, gamma_scales_and_beta_shifts,
  eps_inside_the_square_root, eps_argument_is_used, any_leading_axes, constant_rows_give_beta,
  large_offset, keeps_the_dtype, float16_is_computed_in_float32
line: \bbeta\s*\*(?!\*)|(?<!\*)\*\s*beta\b
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
    return (beta * xhat + gamma).astype(x.dtype)


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
    return dx.astype(x.dtype), dgamma, dbeta
