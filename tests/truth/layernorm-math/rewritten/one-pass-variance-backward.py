# one-pass-variance-backward
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != x.shape[-1:]:
        raise ValueError("gamma.shape")
    if beta.shape != x.shape[-1:]:
        raise ValueError("beta.shape")
    xf = x.astype(np.float64)
    d = xf - xf.mean(axis=-1, keepdims=True)
    var = (d * d).mean(axis=-1, keepdims=True)
    return (d / np.sqrt(var + eps) * gamma + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != x.shape[-1:]:
        raise ValueError("gamma.shape")
    work = np.float32 if x.dtype == np.float16 else x.dtype
    xf, dyf, gf = x.astype(work), dy.astype(work), gamma.astype(work)
    mean = xf.mean(axis=-1, keepdims=True)
    var = (xf * xf).mean(axis=-1, keepdims=True) - mean * mean
    rstd = 1 / np.sqrt(var + eps)
    xhat = (xf - mean) * rstd
    lead = tuple(range(x.ndim - 1))
    dgamma = (dyf * xhat).sum(axis=lead, dtype=np.float64)
    dbeta = dyf.sum(axis=lead, dtype=np.float64)
    g = dyf * gf
    c1 = (g * xhat).mean(axis=-1, keepdims=True)
    c2 = g.mean(axis=-1, keepdims=True)
    return (rstd * (g - c2 - xhat * c1)).astype(x.dtype), dgamma, dbeta
