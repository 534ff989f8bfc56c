"""Bound lambdas and one-line helpers throughout."""

import numpy as np


def _raise(message):
    raise ValueError(message)


_ok = lambda x, *ps: all(p.shape == x.shape[-1:] for p in ps) or _raise("shape is not (D,)")
_mean = lambda a: a.mean(axis=-1, keepdims=True, dtype=np.float64)
_sums = lambda a: a.sum(axis=tuple(range(a.ndim - 1)), dtype=np.float64)
_centre = lambda x: x - _mean(x)
_inv_std = lambda c, eps: 1 / np.sqrt(_mean(c**2) + eps)

layer_norm = lambda x, gamma, beta, eps=1e-5: (
    _ok(x, gamma, beta)
    and (lambda c: (gamma * (c * _inv_std(c, eps)) + beta).astype(x.dtype))(_centre(x))
)

layer_norm_backward = lambda dy, x, gamma, eps=1e-5: (
    _ok(x, gamma)
    and (
        lambda c: (
            lambda r, h, g: (
                (r * (g - _mean(g) - h * _mean(g * h))).astype(x.dtype),
                _sums(dy * h),
                _sums(dy),
            )
        )(_inv_std(c, eps), c * _inv_std(c, eps), np.multiply(dy, gamma, dtype=np.float64))
    )(_centre(x))
)
