import numpy as np

def _prep(x):
    return x.astype(np.promote_types(x.dtype, np.float32), copy=True)

def _validate(D, **params):
    for name, p in params.items():
        if p.shape != (D,):
            raise ValueError(f"{name}: expected {(D,)}, got {p.shape}")

def layer_norm(x, gamma, beta, eps=1e-5):
    D = x.shape[-1]
    _validate(D, gamma=gamma, beta=beta)
    z = _prep(x)
    mu = z.mean(axis=-1, keepdims=True)
    xmu = z - mu
    var = (xmu * xmu).mean(axis=-1, keepdims=True)
    out = xmu / np.sqrt(var + eps) * gamma + beta
    return out.astype(x.dtype)

def layer_norm_backward(dy, x, gamma, eps=1e-5):
    # cs231n step by step
    D = x.shape[-1]
    _validate(D, gamma=gamma)
    z = x.astype(np.float64)
    dout = dy.astype(np.float64)
    mu = z.mean(axis=-1, keepdims=True)
    xmu = z - mu
    var = (xmu ** 2).mean(axis=-1, keepdims=True)
    sqrtvar = np.sqrt(var + eps)
    ivar = 1.0 / sqrtvar
    xhat = xmu * ivar
    lead = tuple(range(dout.ndim - 1))
    dbeta = np.sum(dout, axis=lead)
    dgamma = np.sum(dout * xhat, axis=lead)
    dxhat = dout * gamma
    divar = np.sum(dxhat * xmu, axis=-1, keepdims=True)
    dxmu1 = dxhat * ivar
    dsqrtvar = -1.0 / (sqrtvar ** 2) * divar
    dvar = 0.5 / np.sqrt(var + eps) * dsqrtvar
    dsq = np.ones_like(z) / D * dvar
    dxmu2 = 2 * xmu * dsq
    dx1 = dxmu1 + dxmu2
    dmu = -np.sum(dx1, axis=-1, keepdims=True)
    dx2 = np.ones_like(z) / D * dmu
    dx = (dx1 + dx2).astype(x.dtype)
    return dx, dgamma, dbeta
