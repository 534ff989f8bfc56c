# numeric-gradient: dx is a central difference of the forward pass in float64, right to about 1e-8 only and not where rows are tiny.
# named: finite-differences
import numpy as np


def _y(x, gamma, beta, eps):
    c = x - x.mean(-1, keepdims=True)
    return gamma * c / np.sqrt((c * c).mean(-1, keepdims=True) + eps) + beta


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:]:
        raise ValueError("shape")
    return _y(x.astype(np.float64), gamma, beta, eps).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    D = x.shape[-1]
    if gamma.shape != (D,):
        raise ValueError("shape")
    a, u = x.astype(np.float64), dy.astype(np.float64)
    dx = np.zeros(a.shape)
    for j in range(D):
        step = np.zeros(D)
        step[j] = h = 1e-5
        diff = _y(a + step, gamma, 0.0, eps) - _y(a - step, gamma, 0.0, eps)
        dx[..., j] = (u * diff).sum(-1) / (2 * h)
    lead = tuple(range(x.ndim - 1))
    return dx.astype(x.dtype), (u * _y(a, 1.0, 0.0, eps)).sum(axis=lead), u.sum(axis=lead)
