# backward-ignores-eps-argument: layer_norm_backward always uses the module constant 1e-5, whatever eps it is given.
# named: hard-coded-eps-backward
import numpy as np

EPS = 1e-5


def layer_norm(x, gamma, beta, eps=EPS):
    if gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:]:
        raise ValueError("shape")
    h = x.astype(np.float64)
    h = h - h.mean(axis=-1, keepdims=True)
    return (gamma * h / np.sqrt((h * h).mean(axis=-1, keepdims=True) + eps) + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=EPS):
    if gamma.shape != x.shape[-1:]:
        raise ValueError("shape")
    h, u = x.astype(np.float64), dy.astype(np.float64)
    h = h - h.mean(axis=-1, keepdims=True)
    s = np.sqrt((h * h).mean(axis=-1, keepdims=True) + EPS)
    h = h / s
    g = u * gamma
    lead = tuple(range(x.ndim - 1))
    dx = (g - g.mean(axis=-1, keepdims=True) - h * (g * h).mean(axis=-1, keepdims=True)) / s
    return dx.astype(x.dtype), (u * h).sum(axis=lead), u.sum(axis=lead)
