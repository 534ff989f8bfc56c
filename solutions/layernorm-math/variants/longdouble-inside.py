"""np.longdouble for everything in between."""

import numpy as np

L = np.longdouble


def _vec(p, d, what):
    p = np.asarray(p)
    if p.shape != (d,):
        raise ValueError(f"{what} must be of shape {(d,)}, but is of shape {p.shape}")
    return p.astype(L)


def _hat(x, eps):
    x = x.astype(L)
    d = L(x.shape[-1])
    c = x - x.sum(-1, keepdims=True) / d
    s = np.sqrt((c * c).sum(-1, keepdims=True) / d + L(eps))
    return c / s, s


def layer_norm(x, gamma, beta, eps=1e-5):
    d = x.shape[-1]
    gamma, beta = _vec(gamma, d, "gamma"), _vec(beta, d, "beta")
    return (_hat(x, eps)[0] * gamma + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    d = x.shape[-1]
    gamma = _vec(gamma, d, "gamma")
    hat, s = _hat(x, eps)
    up = dy.astype(L)
    g = up * gamma
    dx = (g - g.sum(-1, keepdims=True) / d - hat * (g * hat).sum(-1, keepdims=True) / d) / s
    dgamma = (up * hat).reshape((-1, d)).sum(0)
    dbeta = up.reshape((-1, d)).sum(0)
    return dx.astype(x.dtype), dgamma.astype(np.float64), dbeta.astype(np.float64)
