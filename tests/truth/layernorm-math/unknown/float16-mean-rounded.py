# float16-mean-rounded: the mean is taken by x.mean() and so rounded to float16 before it is subtracted (in float32); the variance is of those deviations.
import numpy as np


def _dev(x):
    mean = x.mean(axis=-1, keepdims=True)
    return (x.astype(np.float64) - mean.astype(np.float64))


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:]:
        raise ValueError("gamma or beta")
    d = _dev(x)
    return (gamma * d / np.sqrt(np.mean(d * d, axis=-1, keepdims=True) + eps) + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != x.shape[-1:]:
        raise ValueError("gamma")
    d, u = _dev(x), dy.astype(np.float64)
    s = np.sqrt(np.mean(d * d, axis=-1, keepdims=True) + eps)
    h, g = d / s, u * gamma
    dx = (g - g.mean(-1, keepdims=True) - h * np.mean(g * h, axis=-1, keepdims=True)) / s
    lead = tuple(range(x.ndim - 1))
    return dx.astype(x.dtype), (u * h).sum(axis=lead), u.sum(axis=lead)
