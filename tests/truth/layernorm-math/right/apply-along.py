import numpy as np

def _std(row, eps):
    return np.sqrt(np.var(row) + eps)

def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:]:
        raise ValueError("bad parameter shape")
    if x.size == 0:
        return np.zeros(x.shape, x.dtype)
    f = lambda r: gamma * ((r - r.mean()) / _std(r, eps)) + beta
    return np.apply_along_axis(f, -1, x.astype(np.float64)).astype(x.dtype)

def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != x.shape[-1:]:
        raise ValueError("bad parameter shape")
    D = x.shape[-1]
    if x.size == 0:
        return np.zeros(x.shape, x.dtype), np.zeros(D), np.zeros(D)
    dx = np.empty(x.shape)
    dgamma = np.zeros(D)
    dbeta = np.zeros(D)
    for idx in np.ndindex(*x.shape[:-1]):
        r = x[idx].astype(np.float64)
        d = dy[idx].astype(np.float64)
        s = _std(r, eps)
        h = (r - r.mean()) / s
        g = d * gamma
        dx[idx] = (g - g.mean() - h * np.mean(g * h)) / s
        dgamma += d * h
        dbeta += d
    return dx.astype(x.dtype), dgamma, dbeta
