import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != (x.shape[-1],) or beta.shape != (x.shape[-1],):
        raise ValueError("gamma and beta must have shape (D,)")
    D = x.shape[-1]
    centering = np.eye(D) - 1.0 / D                       # C @ x = x - mean(x)
    c = x.astype(np.float64) @ centering
    var = (c * c).sum(axis=-1, keepdims=True) / D
    return (c / np.sqrt(var + eps) * gamma + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != (x.shape[-1],):
        raise ValueError("gamma must have shape (D,)")
    D = x.shape[-1]
    N = x.size // D
    X = x.reshape(N, D).astype(np.float64)
    U = dy.reshape(N, D).astype(np.float64)
    dX, dgamma = np.zeros((N, D)), np.zeros(D)
    for n in range(N):
        c = X[n] - X[n].mean()
        s = np.sqrt(c @ c / D + eps)
        h = c / s
        J = (np.eye(D) - (1.0 + np.outer(h, h)) / D) / s  # dh_i / dx_j, symmetric
        dX[n] = (gamma * U[n]) @ J
        dgamma += U[n] * h
    return dX.reshape(x.shape).astype(x.dtype), dgamma, U.sum(axis=0)
