# wrong-sign-of-the-variance-term
import numpy as np


def _row_jacobian(row, eps):
    """d x_hat / d x of one row, (D, D)."""
    D = row.size
    c = row - row.mean()
    s = np.sqrt((c ** 2).mean() + eps)
    xh = c / s
    J = (np.eye(D) - np.full((D, D), 1.0 / D) + np.outer(xh, xh) / D) / s
    return J, xh


def layer_norm(x, gamma, beta, eps=1e-5):
    d = x.shape[-1]
    if gamma.shape != (d,) or beta.shape != (d,):
        raise ValueError("gamma and beta must be of shape (%d,)" % d)
    z = x.astype(np.float64)
    c = z - z.mean(axis=-1, keepdims=True)
    y = gamma * c / np.sqrt((c ** 2).mean(axis=-1, keepdims=True) + eps) + beta
    return y.astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    d = x.shape[-1]
    if gamma.shape != (d,):
        raise ValueError("gamma must be of shape (%d,)" % d)
    dx = np.zeros(x.shape)
    dgamma, dbeta = np.zeros(d), np.zeros(d)
    for idx in np.ndindex(*x.shape[:-1]):
        u = dy[idx].astype(np.float64)
        J, xh = _row_jacobian(x[idx].astype(np.float64), eps)
        dx[idx] = J.T @ (u * gamma)
        dgamma += u * xh
        dbeta += u
    return dx.astype(x.dtype), dgamma, dbeta
