# all-but-the-batch-axis
import numpy as np


def _up(a):
    return np.asarray(a, dtype=np.float64)


def _feature_axes(x):
    return tuple(range(1, x.ndim))


def _require_vector(name, p, d):
    if p.shape != (d,):
        raise ValueError(f"{name} must have shape ({d},), got {p.shape}")


def layer_norm(x, gamma, beta, eps=1e-5):
    d = x.shape[-1]
    _require_vector("gamma", gamma, d)
    _require_vector("beta", beta, d)
    if x.size == 0:
        return np.zeros_like(x)
    xf = _up(x)
    axes = _feature_axes(xf)
    mu = xf.mean(axis=axes, keepdims=True)
    var = xf.var(axis=axes, keepdims=True)
    out = _up(gamma) * ((xf - mu) / np.sqrt(var + eps)) + _up(beta)
    return out.astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    d = x.shape[-1]
    _require_vector("gamma", gamma, d)
    if x.size == 0:
        return np.zeros_like(x), np.zeros(d), np.zeros(d)
    xf, g_out = _up(x), _up(dy)
    axes = _feature_axes(xf)
    mu = xf.mean(axis=axes, keepdims=True)
    rstd = 1.0 / np.sqrt(xf.var(axis=axes, keepdims=True) + eps)
    xhat = (xf - mu) * rstd
    lead = tuple(range(xf.ndim - 1))
    dgamma = (g_out * xhat).sum(axis=lead)
    dbeta = g_out.sum(axis=lead)
    g = g_out * _up(gamma)
    dx = rstd * (g - g.mean(axis=axes, keepdims=True) - xhat * (g * xhat).mean(axis=axes, keepdims=True))
    return dx.astype(x.dtype), dgamma, dbeta
