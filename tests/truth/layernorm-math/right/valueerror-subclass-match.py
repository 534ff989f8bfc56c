import numpy as np

class ShapeError(ValueError):
    pass

def _expect(shape, /, **arrays):
    bad = {k: v.shape for k, v in arrays.items() if v.shape != shape}
    if bad:
        raise ShapeError(f"expected {shape}: {bad}")

def _core(x, eps):
    with np.errstate(all="raise", under="ignore"):
        z = x.astype(np.float64)
        mu = np.add.reduce(z, -1, keepdims=True) / z.shape[-1]
        res = z - mu
        std = np.sqrt(np.add.reduce(res * res, -1, keepdims=True) / z.shape[-1] + float(eps))
    return res / std, std

def layer_norm(x, gamma, beta, eps=1e-5):
    _expect(x.shape[-1:], gamma=gamma, beta=beta)
    match x.shape:
        case (1,):
            return beta.astype(x.dtype)
        case (*_, 1):
            return np.broadcast_to(beta, x.shape).astype(x.dtype)
    return (_core(x, eps)[0] * gamma.astype(np.float64) + beta.astype(np.float64)).astype(x.dtype)

def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _expect(x.shape[-1:], gamma=gamma)
    dbeta = dy.astype(np.float64).sum(axis=tuple(range(dy.ndim - 1)))
    match x.shape:
        case (*_, 1):
            return np.zeros_like(x), np.zeros(1), dbeta
    h, std = _core(x, eps)
    g = dy.astype(np.float64) * gamma
    dx = (g - g.mean(-1, keepdims=True) - h * np.mean(g * h, -1, keepdims=True)) / std
    return dx.astype(x.dtype), (dy.astype(np.float64) * h).sum(axis=tuple(range(dy.ndim - 1))), dbeta
