# rms-norm
import numpy as np


def _guard(x, **kw):
    bad = [k for k, v in kw.items() if v.shape != (x.shape[-1],)]
    if bad:
        raise ValueError(", ".join(bad))


def _scale(x, eps):
    ms = np.einsum("...i,...i->...", x, x) / x.shape[-1]
    return np.sqrt(ms + eps)[..., None]


def layer_norm(x, gamma, beta, eps=1e-5):
    _guard(x, gamma=gamma, beta=beta)
    h = x.astype(np.float64)
    return (h / _scale(h, eps) * gamma + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _guard(x, gamma=gamma)
    h, u = x.astype(np.float64), dy.astype(np.float64)
    s = _scale(h, eps)
    n = h / s
    lead = tuple(range(h.ndim - 1))
    g = u * gamma
    dx = (g - n * np.mean(g * n, axis=-1, keepdims=True)) / s
    return dx.astype(x.dtype), np.sum(u * n, axis=lead), np.sum(u, axis=lead)
