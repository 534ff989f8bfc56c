import numpy as np

def _check(name, p, D):
    if p.shape != (D,):
        raise ValueError(f"{name} must have shape ({D},), got {p.shape}")

def layer_norm(x, gamma, beta, eps=1e-5):
    D = x.shape[-1]
    _check("gamma", gamma, D)
    _check("beta", beta, D)
    z = x.astype(np.float64)
    mu = z.mean(axis=-1, keepdims=True)
    var = z.var(axis=-1, keepdims=True)
    return (gamma * (z - mu) / np.sqrt(var + eps) + beta).astype(x.dtype)

def layer_norm_backward(dy, x, gamma, eps=1e-5):
    D = x.shape[-1]
    _check("gamma", gamma, D)
    z = x.astype(np.float64)
    d = dy.astype(np.float64)
    mu = z.mean(axis=-1, keepdims=True)
    inv = 1 / np.sqrt(z.var(axis=-1, keepdims=True) + eps)
    xhat = (z - mu) * inv
    axes = tuple(range(x.ndim - 1))
    dgamma = (d * xhat).sum(axis=axes)
    dbeta = d.sum(axis=axes)
    dxhat = d * gamma
    dx = inv * (dxhat - dxhat.mean(-1, keepdims=True) - xhat * (dxhat * xhat).mean(-1, keepdims=True))
    return dx.astype(x.dtype), dgamma, dbeta
