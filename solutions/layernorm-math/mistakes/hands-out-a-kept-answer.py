r"""
what: You keep an answer and hand the same array out again, so what a caller writes into it comes back
  in the next call.
what.zh: 你保存了返回的数组，下次又把同一个数组交出去；调用者若改写过它，下次得到的就是改写后的数。
numbers: Right on every first call. After `y *= 0`, layer_norm of the same numbers gives zeros.
numbers.zh: 每次首次调用都正确。执行 `y *= 0` 之后，用相同的数再调用 layer_norm，得到的全是零。
why: A memo is safe for numbers and strings, which nobody can change; an array is one that all its holders share.
why.zh: 数和字符串不可变，缓存它们是安全的；数组则由所有拿到它的人共享。
fix: Leave the memo out, or give each caller a copy: `return kept[key].copy()`.
fix.zh: 去掉缓存，或每次返回副本：`return kept[key].copy()`。
fails: normalizes_each_row, dx_is_the_exact_gradient, dgamma_and_dbeta
"""

import functools

import numpy as np


def remembered(function):
    kept = {}

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        arrays = [*args, *(kwargs[name] for name in sorted(kwargs))]
        key = (
            len(args),
            *sorted(kwargs),
            *((a.tobytes(), a.shape, a.dtype.str) if isinstance(a, np.ndarray) else a for a in arrays),
        )
        if key not in kept:
            kept[key] = function(*args, **kwargs)
        return kept[key]

    return wrapper


def check(name, p, x):
    if p.shape != x.shape[-1:]:
        raise ValueError(f"{name} has shape {p.shape}, x has {x.shape[-1]} features")


def normalize(x, eps):
    x = x.astype(np.float64)
    centred = x - x.mean(axis=-1, keepdims=True)
    std = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + eps)
    return centred / std, std


@remembered
def layer_norm(x, gamma, beta, eps=1e-5):
    check("gamma", gamma, x)
    check("beta", beta, x)
    return (normalize(x, eps)[0] * gamma + beta).astype(x.dtype)


@remembered
def layer_norm_backward(dy, x, gamma, eps=1e-5):
    check("gamma", gamma, x)
    x_hat, std = normalize(x, eps)
    dy = dy.astype(np.float64)
    rows = tuple(range(x.ndim - 1))
    up = dy * gamma
    dx = up - up.mean(axis=-1, keepdims=True) - x_hat * (up * x_hat).mean(axis=-1, keepdims=True)
    return (dx / std).astype(x.dtype), (dy * x_hat).sum(axis=rows), dy.sum(axis=rows)
