"""Builds each row's D x D Jacobian, all rows at once, and multiplies by it."""

import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    D = x.shape[-1]
    for p in (gamma, beta):
        if p.shape != (D,):
            raise ValueError(f"parameters need shape ({D},), not {p.shape}")
    rows = x.reshape(-1, D).astype(np.float64)
    rows = rows - rows.mean(axis=1)[:, None]
    rows = rows / np.sqrt((rows**2).mean(axis=1) + eps)[:, None]
    return (rows @ np.diag(gamma.astype(np.float64)) + beta).reshape(x.shape).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    D = x.shape[-1]
    if gamma.shape != (D,):
        raise ValueError(f"gamma needs shape ({D},), not {gamma.shape}")
    rows, up = x.reshape(-1, D).astype(np.float64), dy.reshape(-1, D).astype(np.float64)
    rows = rows - rows.mean(axis=1)[:, None]
    sigma = np.sqrt((rows**2).mean(axis=1) + eps)
    hat = rows / sigma[:, None]
    centring = np.eye(D) - np.full((D, D), 1.0 / D)
    # d hat_i / d x_j = (delta_ij - 1/D - hat_i hat_j / D) / sigma, one matrix a row.
    jac = (centring - hat[:, :, None] * hat[:, None, :] / D) / sigma[:, None, None]
    dx = np.matmul(((up * gamma)[:, None, :]), jac)[:, 0, :]
    dgamma = np.diag(hat.T @ up).copy()
    return dx.reshape(x.shape).astype(x.dtype), dgamma, np.ones(len(up)) @ up
