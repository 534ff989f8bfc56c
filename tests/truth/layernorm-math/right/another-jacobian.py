import numpy as np

def layer_norm(x, gamma, beta, eps=1e-5):
    D = x.shape[-1]
    if gamma.shape != (D,):
        raise ValueError("gamma")
    if beta.shape != (D,):
        raise ValueError("beta")
    C = np.eye(D) - np.ones((D, D)) / D
    c = (x.astype(np.float64) - x.astype(np.float64).mean(-1)[..., None]) @ C
    return (c / np.sqrt((c ** 2).mean(-1)[..., None] + eps) * gamma + beta).astype(x.dtype)

def layer_norm_backward(dy, x, gamma, eps=1e-5):
    D = x.shape[-1]
    if gamma.shape != (D,):
        raise ValueError("gamma")
    X = x.astype(np.float64).reshape(-1, D)
    G = dy.astype(np.float64).reshape(-1, D)
    dX = np.zeros_like(X)
    dg = np.zeros(D)
    db = np.zeros(D)
    I = np.eye(D)
    for n in range(len(X)):
        c = X[n] - X[n].mean()
        s = np.sqrt(c @ c / D + eps)
        h = c / s
        J = np.diag(gamma.astype(float)) @ (I - 1 / D - np.outer(h, h) / D) / s
        dX[n] = G[n] @ J
        dg += G[n] * h
        db += G[n]
    return dX.reshape(x.shape).astype(x.dtype), dg, db
