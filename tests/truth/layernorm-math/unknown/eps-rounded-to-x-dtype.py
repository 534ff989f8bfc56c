# eps-rounded-to-x-dtype: eps is cast to the dtype of x, so for float16 a small eps is 0 (constant row: NaN) and 1e-5 is 0.1 percent off.
# named: eps-in-float16
import numpy as np


def _hat(x, eps):
    eps = np.float64(x.dtype.type(eps))
    a = x.astype(np.float64)
    c = a - a.mean(axis=-1, keepdims=True)
    s = np.sqrt((c * c).mean(axis=-1, keepdims=True) + eps)
    return c / s, s


def layer_norm(x, gamma, beta, eps=1e-5):
    D = x.shape[-1]
    if gamma.shape != (D,) or beta.shape != (D,):
        raise ValueError("params")
    return (_hat(x, eps)[0] * gamma + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    D = x.shape[-1]
    if gamma.shape != (D,):
        raise ValueError("params")
    h, s = _hat(x, eps)
    u = dy.astype(np.float64)
    g = u * gamma
    lead = tuple(range(x.ndim - 1))
    dx = (g - g.mean(-1, keepdims=True) - h * (g * h).mean(-1, keepdims=True)) / s
    return dx.astype(x.dtype), (u * h).sum(axis=lead), u.sum(axis=lead)
