# gamma-cast-to-x-dtype-first: gamma and beta are cast to the dtype of x before anything else, so float64 parameters of a float16 x are rounded (or inf) where float32 is asked for.
# named: rounds-the-parameters-to-float16
import numpy as np


def _prepare(x, *params):
    for p in params:
        if p.shape != (x.shape[-1],):
            raise ValueError("parameter shape")
    return [p.astype(x.dtype).astype(np.float64) for p in params]


def layer_norm(x, gamma, beta, eps=1e-5):
    gamma, beta = _prepare(x, gamma, beta)
    a = x.astype(np.float64)
    a -= a.mean(-1, keepdims=True)
    a /= np.sqrt(np.mean(a * a, axis=-1, keepdims=True) + eps)
    return (a * gamma + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    (gamma,) = _prepare(x, gamma)
    a, u = x.astype(np.float64), dy.astype(np.float64)
    a -= a.mean(-1, keepdims=True)
    s = np.sqrt(np.mean(a * a, axis=-1, keepdims=True) + eps)
    a /= s
    g = u * gamma
    lead = tuple(range(x.ndim - 1))
    dx = (g - g.mean(-1, keepdims=True) - a * (g * a).mean(-1, keepdims=True)) / s
    return dx.astype(x.dtype), (u * a).sum(axis=lead), u.sum(axis=lead)
