r"""
what: You stack the normalized rows, and there is nothing to stack where an axis has length 0.
what.zh: 你把归一化后的行堆叠起来；当某个轴长度为 0 时没有可堆叠的东西。
numbers: np.stack of an empty list raises ValueError: "need at least one array to stack".
numbers.zh: 对空列表 np.stack 抛出 ValueError："need at least one array to stack"。
why: A row at a time is how the definition reads; empty batches come up only in practice (a
  filter, the last shard).
why.zh: 按行处理正合定义的写法；空批次只在实践中出现（过滤之后、最后一个分片）。
fix: Work on the whole array with `axis=-1`, or make the result first with `np.empty_like(x)`.
fix.zh: 用 `axis=-1` 处理整个数组，或先用 `np.empty_like(x)` 建好结果。
fails: any_leading_axes, backward_any_leading_axes
crashes: yes
line: \bv?stack\(|\bconcatenate\(\s*(?:\[.*\bfor\b|\w+\s*[,)])|\barray\(\s*\[.*\bfor\s+(?:row|r|i|idx|index)\s+in\b
"""

import numpy as np


def _rows(a):
    return [a[i].astype(np.float64) for i in np.ndindex(a.shape[:-1])]


def _check(p, d):
    if p.shape != (d,):
        raise ValueError(f"{p.shape} is not ({d},)")


def layer_norm(x, gamma, beta, eps=1e-5):
    _check(gamma, x.shape[-1])
    _check(beta, x.shape[-1])
    done = [gamma * (r - r.mean()) / np.sqrt(r.var() + eps) + beta for r in _rows(x)]
    return np.stack(done).reshape(x.shape).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _check(gamma, x.shape[-1])
    dx, dgamma, dbeta = [], 0.0, 0.0
    for r, up in zip(_rows(x), _rows(dy)):
        s = np.sqrt(r.var() + eps)
        h = (r - r.mean()) / s
        g = gamma * up
        dx.append((g - g.mean() - h * np.mean(g * h)) / s)
        dgamma, dbeta = dgamma + up * h, dbeta + up
    return np.stack(dx).reshape(x.shape).astype(x.dtype), dgamma, dbeta
