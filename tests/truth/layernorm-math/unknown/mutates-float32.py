# mutates-float32: float16 and float64 are copied, float32 is not, and so float32 x and dy are changed in place.
# named: centres-x-in-place
import numpy as np


def _work(a):
    return a.astype(np.float32, copy=False) if a.dtype != np.float64 else a.copy()


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:]:
        raise ValueError("gamma and beta must be (D,)")
    a = _work(x)
    a -= a.mean(-1, keepdims=True)
    return (a / np.sqrt((a * a).mean(-1, keepdims=True) + eps) * gamma + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != x.shape[-1:]:
        raise ValueError("gamma must be (D,)")
    a, u = _work(x), _work(dy)
    a -= a.mean(-1, keepdims=True)
    s = np.sqrt((a * a).mean(-1, keepdims=True) + eps)
    h, g = a / s, u * gamma
    dx = (g - g.mean(-1, keepdims=True) - h * (g * h).mean(-1, keepdims=True)) / s
    lead = tuple(range(x.ndim - 1))
    return dx.astype(x.dtype), (u * h).sum(axis=lead), u.sum(axis=lead)
