# forgets-gamma-in-dx
import numpy as np


def _prepare(x, eps):
    x64 = np.array(x, dtype=np.float64)
    mu = np.mean(x64, axis=-1)[..., np.newaxis]
    xc = x64 - mu
    ivar = np.mean(xc ** 2, axis=-1)[..., np.newaxis] + eps
    ivar = ivar ** -0.5
    return xc * ivar, ivar


def layer_norm(x, gamma, beta, eps=1e-5):
    (D,) = x.shape[-1:]
    if gamma.shape != (D,): raise ValueError("gamma")
    if beta.shape != (D,): raise ValueError("beta")
    xhat, _ = _prepare(x, eps)
    return np.add(np.multiply(xhat, gamma), beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    """dx = ivar * (dy - mean(dy) - xhat * mean(dy * xhat))"""
    (D,) = x.shape[-1:]
    if gamma.shape != (D,): raise ValueError("gamma")
    xhat, ivar = _prepare(x, eps)
    dy64 = np.array(dy, dtype=np.float64)
    m1 = dy64.mean(axis=-1, keepdims=True)
    m2 = (dy64 * xhat).mean(axis=-1, keepdims=True)
    dx = ivar * (dy64 - m1 - xhat * m2)
    dgamma = np.sum((dy64 * xhat).reshape(-1, D), axis=0)
    dbeta = np.sum(dy64.reshape(-1, D), axis=0)
    return dx.astype(x.dtype), dgamma, dbeta
