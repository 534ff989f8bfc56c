# sequential-float32-mean-backward: the backward pass sums the mean feature by feature in float32 (off by more than 5e-3 at D = 1000, mean 1e4); the forward is right.
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:]:
        raise ValueError("gamma and beta must be (D,)")
    a = x.astype(np.float64)
    a -= a.mean(-1, keepdims=True)
    return (a / np.sqrt((a * a).mean(-1, keepdims=True) + eps) * gamma + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    D = x.shape[-1]
    if gamma.shape != (D,):
        raise ValueError("gamma must be (D,)")
    ct = np.promote_types(x.dtype, np.float32)
    # features first: rows are columns now, all sums run over axis 0
    a = np.ascontiguousarray(np.moveaxis(x, -1, 0)).reshape(D, x.size // D).astype(ct)
    u = np.ascontiguousarray(np.moveaxis(dy, -1, 0)).reshape(D, x.size // D).astype(ct)
    c = a - np.cumsum(a, axis=0)[-1] / ct.type(D)
    s = np.sqrt((c * c).mean(0) + ct.type(eps))
    h = c / s
    g = u * gamma[:, None].astype(ct)
    dx = (g - g.mean(0) - h * (g * h).mean(0)) / s
    dx = np.moveaxis(dx.reshape((D,) + x.shape[:-1]), 0, -1)
    return dx.astype(x.dtype), (u * h).sum(1), u.sum(1)
