# divides-by-d-minus-1+checks-shapes-in-forward-only
import numpy as np


def _core(x, eps):
    x = x.astype(np.float64)
    xc = x - x.mean(axis=-1, keepdims=True)
    inv = 1.0 / np.sqrt(x.var(axis=-1, ddof=1, keepdims=True) + eps)
    return xc * inv, inv


def layer_norm(x, gamma, beta, eps=1e-5):
    for p in (gamma, beta):
        if p.shape != x.shape[-1:]:
            raise ValueError(f"expected {x.shape[-1:]}, got {p.shape}")
    n, _ = _core(x, eps)
    return (n * gamma + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    D = x.shape[-1]
    n, inv = _core(x, eps)
    up = dy.astype(np.float64)
    g = up * gamma
    dx = inv * (g - g.mean(axis=-1, keepdims=True) - n * (g * n).sum(axis=-1, keepdims=True) / np.float64(D - 1))
    ax = tuple(range(x.ndim - 1))
    return dx.astype(x.dtype), (up * n).sum(axis=ax), up.sum(axis=ax)
