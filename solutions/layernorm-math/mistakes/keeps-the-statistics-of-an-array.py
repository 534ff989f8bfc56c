"""
what: You keep what you have worked out for an array, x_hat or its statistics, and take it up again
  without a look at what the array holds by then.
what.zh: 你保存了某个数组的计算结果（x_hat 或统计量），之后直接取用，不看该数组此时装着什么。
numbers: Right for a fresh array. Where one buffer is filled anew for the next batch, dx is the
  gradient at the batch before, off by as much as it is large.
numbers.zh: 新数组的结果正确；若同一个缓冲区为下一批重新填充，dx 就是上一批处的梯度，误差与它本身一样大。
why: The forward pass has it all worked out, and the array's id looked like a key for it.
why.zh: 前向已经全部算好，而数组的 id 看上去正好作键。
fix: Compute x_hat and the standard deviation from x as it is at the call.
fix.zh: 由调用时的 x 重新计算 x_hat 和标准差。
fails: dx_is_the_exact_gradient, dgamma_and_dbeta
"""

import numpy as np

_seen = {}


def _standardized(x, eps):
    wide = x.astype(np.float64)
    wide -= wide.mean(axis=-1, keepdims=True)
    std = np.sqrt((wide * wide).mean(axis=-1, keepdims=True) + eps)
    return wide / std, std


def _check(p, x, name):
    if p.shape != (x.shape[-1],):
        raise ValueError(f"{name} must have shape {(x.shape[-1],)}, got {p.shape}")


def layer_norm(x, gamma, beta, eps=1e-5):
    _check(gamma, x, "gamma")
    _check(beta, x, "beta")
    x_hat, std = _standardized(x, eps)
    _seen.clear()
    _seen[id(x)] = x, x_hat, std  # with x, so that its id is not given away
    return (gamma * x_hat + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _check(gamma, x, "gamma")
    if id(x) in _seen:
        _, x_hat, std = _seen[id(x)]
    else:
        x_hat, std = _standardized(x, eps)
    up = dy.astype(np.float64)
    rows = tuple(range(x.ndim - 1))
    g = up * gamma
    dx = (g - g.mean(-1, keepdims=True) - x_hat * (g * x_hat).mean(-1, keepdims=True)) / std
    return dx.astype(x.dtype), (up * x_hat).sum(axis=rows), up.sum(axis=rows)
