"""The complex step, Im f(x + ih) / h with h = 1e-30: no cancellation, so exact to rounding."""

import numpy as np

H = 1e-30


def _f(x, gamma, beta, eps):
    """The forward pass, also for complex x (so no abs, no conj)."""
    c = x - x.mean(-1, keepdims=True)
    return gamma * c / np.sqrt((c * c).mean(-1, keepdims=True) + eps) + beta


def _must_be_vector(p, x):
    if p.shape != (x.shape[-1],):
        raise ValueError("wrong shape of gamma or beta")


def layer_norm(x, gamma, beta, eps=1e-5):
    _must_be_vector(gamma, x)
    _must_be_vector(beta, x)
    return _f(x.astype(np.float64), gamma, beta, eps).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _must_be_vector(gamma, x)
    up, z, w = dy.astype(float), x.astype(complex), gamma.astype(float)
    dx, dgamma = np.zeros(x.shape), np.zeros(x.shape[-1])
    dbeta = up.sum(axis=tuple(range(x.ndim - 1)))
    for j in range(x.shape[-1]):
        step = z.copy()
        step[..., j] += 1j * H
        dx[..., j] = (up * _f(step, w, 0.0, eps).imag / H).sum(axis=-1)
        w_step = w.astype(complex)
        w_step[j] += 1j * H
        dgamma[j] = (up * _f(z, w_step, 0.0, eps).imag / H).sum()
    return dx.astype(x.dtype), dgamma, dbeta
