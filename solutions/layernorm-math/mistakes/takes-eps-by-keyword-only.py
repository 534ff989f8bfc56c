"""
what: In layer_norm_backward eps can be given by keyword only; by position it is a TypeError.
what.zh: layer_norm_backward 的 eps 只能按关键字传入；按位置传入会抛出 TypeError。
numbers: layer_norm_backward(dy, x, gamma, 1e-3) raises "takes 3 positional arguments but 4 were
  given".
numbers.zh: layer_norm_backward(dy, x, gamma, 1e-3) 抛出 "takes 3 positional arguments but 4 were given"。
why: A bare `*` before options is good style, where the signature is one's own to choose.
why.zh: 签名由自己决定时，在可选参数前加 `*` 是好习惯。
fix: Take the signature as it is given, `(dy, x, gamma, eps=1e-5)`.
fix.zh: 采用给定的签名：`(dy, x, gamma, eps=1e-5)`。
fails: backward_uses_eps
crashes: yes
"""

import numpy as np


def _standardize(x, eps):
    wide = x.astype(np.float64)
    centred = wide - wide.mean(axis=-1, keepdims=True)
    std = np.sqrt(np.mean(centred**2, axis=-1, keepdims=True) + eps)
    return centred / std, std


def layer_norm(x, gamma, beta, eps=1e-5):
    if not (gamma.shape == beta.shape == (x.shape[-1],)):
        raise ValueError("gamma and beta must be of shape (D,)")
    return (gamma * _standardize(x, eps)[0] + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, *, eps=1e-5):
    if gamma.shape != (x.shape[-1],):
        raise ValueError("gamma must be of shape (D,)")
    x_hat, std = _standardize(x, eps)
    up = dy.astype(np.float64)
    rows = tuple(range(x.ndim - 1))
    g = up * gamma
    dx = (g - g.mean(-1, keepdims=True) - x_hat * (g * x_hat).mean(-1, keepdims=True)) / std
    return dx.astype(x.dtype), (up * x_hat).sum(axis=rows), up.sum(axis=rows)
