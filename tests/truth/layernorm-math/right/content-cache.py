import numpy as np

_cache = {}

def _hat(x, eps):
    key = (x.tobytes(), x.shape, x.dtype.str, float(eps))
    if key not in _cache:
        if len(_cache) > 8:
            _cache.clear()
        z = x.astype(np.float64)
        c = z - z.mean(-1, keepdims=True)
        r = 1 / np.sqrt((c * c).mean(-1, keepdims=True) + eps)
        _cache[key] = (c * r, r)
    return _cache[key]

def layer_norm(x, gamma, beta, eps=1e-5):
    if not (gamma.shape == beta.shape == (x.shape[-1],)):
        raise ValueError("bad shape")
    h, _ = _hat(x, eps)
    return (h * gamma + beta).astype(x.dtype)

def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != (x.shape[-1],):
        raise ValueError("bad shape")
    h, r = _hat(x, eps)
    d = dy.astype(np.float64)
    g = d * gamma
    dx = r * (g - g.mean(-1, keepdims=True) - h * (g * h).mean(-1, keepdims=True))
    ax = tuple(range(x.ndim - 1))
    return dx.astype(x.dtype), (d * h).sum(ax), d.sum(ax)
