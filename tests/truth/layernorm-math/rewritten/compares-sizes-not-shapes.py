# compares-sizes-not-shapes
import numpy as np

F64 = np.float64


def _validate(D, *vectors):
    if any(v.size != D for v in vectors):
        raise ValueError("parameter size does not match the last axis of x")


def layer_norm(x, gamma, beta, eps=1e-5):
    _validate(x.shape[-1], gamma, beta)
    z = x.astype(F64)
    z -= z.mean(-1, keepdims=True)              # a private copy, so in place is fine
    v = np.einsum("...d,...d->...", z, z)[..., None] / x.shape[-1]
    z /= np.sqrt(v + eps)
    return (gamma.astype(F64) * z + beta.astype(F64)).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    D = x.shape[-1]
    _validate(D, gamma)
    z = x.astype(F64)
    z -= z.mean(-1, keepdims=True)
    s = np.sqrt(np.einsum("...d,...d->...", z, z)[..., None] / D + eps)
    z /= s
    dy = dy.astype(F64)
    dgamma = (dy * z).sum(axis=tuple(range(dy.ndim - 1)))
    dbeta = dy.sum(axis=tuple(range(dy.ndim - 1)))
    g = dy * gamma
    corr = np.einsum("...d,...d->...", g, z)[..., None] / D
    dx = (g - g.mean(-1, keepdims=True) - z * corr) / s
    return dx.astype(x.dtype), dgamma, dbeta
