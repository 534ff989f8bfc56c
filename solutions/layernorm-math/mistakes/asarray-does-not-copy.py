r"""
what: You work in place on `np.asarray(x, dtype=np.float64)`, which is x itself where x is
  float64.
what.zh: 你在 `np.asarray(x, dtype=np.float64)` 上就地运算；当 x 已是 float64 时它就是 x 本身。
numbers: Every result is right. The caller's float64 array is normalized after the call; a
  float32 one is left alone.
numbers.zh: 结果都正确，但调用者的 float64 数组在调用后被归一化了；float32 的则不受影响。
why: np.asarray copies only where it has to; the author tried it on float32.
why.zh: np.asarray 只在必要时复制；作者是在 float32 上试的。
fix: Use `np.array(x, dtype=np.float64)`, which always copies, or no in-place operators.
fix.zh: 用总会复制的 `np.array(x, dtype=np.float64)`，或不用就地运算符。
fails: arguments_are_not_changed
line: ^\s*x\s*(?:,\s*\w+\s*)*=\s*(?:np\.|numpy\.)?(?:asarray|asanyarray)\(|\bx\s*=\s*x\.astype\(\s*(?:np\.)?["\']?float64["\']?\s*,\s*copy\s*=\s*False|^\s*x\s*[-+*/]=
"""

import numpy as np


def _standardize(x, eps):
    x = np.asarray(x, dtype=np.float64)
    x -= x.mean(axis=-1, keepdims=True)
    std = np.sqrt((x**2).mean(axis=-1, keepdims=True) + eps)
    x /= std
    return x, std


def _one_per_feature(p, x):
    if p.shape != x.shape[-1:]:
        raise ValueError(f"{p.shape} does not fit features {x.shape[-1]}")


def layer_norm(x, gamma, beta, eps=1e-5):
    _one_per_feature(gamma, x)
    _one_per_feature(beta, x)
    hat, _ = _standardize(x, eps)
    return (gamma * hat + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _one_per_feature(gamma, x)
    hat, std = _standardize(x, eps)
    up = dy.astype(np.float64)
    lead = tuple(range(x.ndim - 1))
    g = up * gamma
    dx = (g - g.mean(-1, keepdims=True) - hat * (g * hat).mean(-1, keepdims=True)) / std
    return dx.astype(x.dtype), (up * hat).sum(lead), up.sum(lead)
