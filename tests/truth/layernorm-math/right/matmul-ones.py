import numpy as np

def _setup(x, *params):
    D = x.shape[-1]
    for p in params:
        if p.shape != (D,):
            raise ValueError("expected (D,)")
    X = np.float64(x).reshape(-1, D)
    return X, np.full((D, D), 1.0 / D)

def _hat(X, M, eps):
    Xc = X - X @ M
    S = np.sqrt((Xc * Xc) @ M + eps)
    return Xc / S, S

def layer_norm(x, gamma, beta, eps=1e-5):
    X, M = _setup(x, gamma, beta)
    H, _ = _hat(X, M, eps)
    return (H @ np.diag(gamma.astype(np.float64)) + beta).reshape(x.shape).astype(x.dtype)

def layer_norm_backward(dy, x, gamma, eps=1e-5):
    X, M = _setup(x, gamma)
    H, S = _hat(X, M, eps)
    dY = np.float64(dy).reshape(X.shape)
    G = dY @ np.diag(gamma.astype(np.float64))
    dX = (G - G @ M - H * ((G * H) @ M)) / S
    ones = np.ones(len(X))
    return dX.reshape(x.shape).astype(x.dtype), ones @ (dY * H), ones @ dY
