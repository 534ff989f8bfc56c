# two-axes-only
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    N, D = x.shape
    if gamma.shape != (D,) or beta.shape != (D,):
        raise ValueError("gamma and beta must be (D,)")
    X = x.astype(np.float64)
    mu = X.sum(axis=1).reshape(N, 1) / D
    sigma2 = ((X - mu) ** 2).sum(axis=1).reshape(N, 1) / D
    X_hat = (X - mu) / np.sqrt(sigma2 + eps)
    return (gamma * X_hat + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    N, D = x.shape
    if gamma.shape != (D,):
        raise ValueError("gamma must be (D,)")
    X, dY = x.astype(np.float64), dy.astype(np.float64)
    mu = X.sum(axis=1).reshape(N, 1) / D
    sigma2 = ((X - mu) ** 2).sum(axis=1).reshape(N, 1) / D
    std_inv = 1.0 / np.sqrt(sigma2 + eps)
    X_hat = (X - mu) * std_inv

    dX_hat = dY * gamma
    dsigma2 = np.sum(dX_hat * (X - mu), axis=1, keepdims=True) * -0.5 * std_inv ** 3
    dmu = np.sum(dX_hat * -std_inv, axis=1, keepdims=True)
    dx = dX_hat * std_inv + dsigma2 * 2 * (X - mu) / D + dmu / D
    return dx.astype(x.dtype), np.sum(dY * X_hat, axis=0), np.sum(dY, axis=0)
