import numpy as np


def _flat(a):
    """(..., D) -> (D, N), float64"""
    D = a.shape[-1]
    n = a.size // D
    return np.moveaxis(a, -1, 0).reshape(D, n).astype(np.float64)


def _unflat(m, like):
    lead = like.shape[:-1]
    return np.moveaxis(m.reshape((like.shape[-1],) + lead), 0, -1).astype(like.dtype)


def _expect(p, like):
    if p.shape != like.shape[-1:]:
        raise ValueError("parameter of shape %r for x of shape %r" % (p.shape, like.shape))
    return p[:, None].astype(np.float64)


def layer_norm(x, gamma, beta, eps=1e-5):
    g, b = _expect(gamma, x), _expect(beta, x)
    m = _flat(x)
    m = (m - m.mean(0)) / np.sqrt(m.var(0) + eps)
    return _unflat(g * m + b, x)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    w = _expect(gamma, x)
    m, u = _flat(x), _flat(dy)
    s = np.sqrt(m.var(0) + eps)
    m = (m - m.mean(0)) / s
    g = w * u
    dx = (g - g.mean(0) - m * (g * m).mean(0)) / s
    return _unflat(dx, x), (u * m).sum(1), u.sum(1)
