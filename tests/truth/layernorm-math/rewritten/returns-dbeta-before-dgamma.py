# returns-dbeta-before-dgamma
from typing import Tuple

import numpy as np

Array = np.ndarray


def _to2d(a: Array) -> Array:
    n = int(np.prod(a.shape[:-1]))
    return a.reshape(n, a.shape[-1]).astype(np.float64)


def _standardize(m: Array, eps: float) -> Tuple[Array, Array]:
    c = m - m.mean(axis=1)[:, None]
    inv = 1.0 / np.sqrt((c ** 2).mean(axis=1)[:, None] + eps)
    return c * inv, inv


def layer_norm(x: Array, gamma: Array, beta: Array, eps: float = 1e-5) -> Array:
    if {gamma.shape, beta.shape} != {(x.shape[-1],)}:
        raise ValueError("wrong shape")
    z, _ = _standardize(_to2d(x), eps)
    return (z * gamma + beta).reshape(x.shape).astype(x.dtype)


def layer_norm_backward(dy: Array, x: Array, gamma: Array, eps: float = 1e-5) -> Tuple[Array, Array, Array]:
    if gamma.shape != (x.shape[-1],):
        raise ValueError("wrong shape")
    z, inv = _standardize(_to2d(x), eps)
    up = _to2d(dy)
    d_scale = (up * z).sum(axis=0)
    d_shift = up.sum(axis=0)
    g = up * gamma
    dx = inv * (g - g.mean(axis=1)[:, None] - z * (g * z).mean(axis=1)[:, None])
    return dx.reshape(x.shape).astype(x.dtype), d_shift, d_scale
