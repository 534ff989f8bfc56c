"""The backward pass node by node along the graph of the forward pass, as one would on paper."""

import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != x.shape[-1:]:
        raise ValueError("gamma must have shape (D,)")
    if beta.shape != x.shape[-1:]:
        raise ValueError("beta must have shape (D,)")
    return _forward(x, gamma, beta, eps)[0]


def _forward(x, gamma, beta, eps):
    xw = x.astype(np.float64)
    mu = xw.mean(axis=-1, keepdims=True)
    xmu = xw - mu
    sq = xmu**2
    var = sq.mean(axis=-1, keepdims=True)
    sqrtvar = np.sqrt(var + eps)
    ivar = 1.0 / sqrtvar
    xhat = xmu * ivar
    out = gamma * xhat + beta
    return out.astype(x.dtype), (xmu, var, sqrtvar, ivar, xhat)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != x.shape[-1:]:
        raise ValueError("gamma must have shape (D,)")
    D = x.shape[-1]
    _, (xmu, var, sqrtvar, ivar, xhat) = _forward(x, gamma, np.zeros(D), eps)
    dout = dy.astype(np.float64)
    leading = tuple(range(dout.ndim - 1))
    dbeta = np.sum(dout, axis=leading)
    dgamma = np.sum(dout * xhat, axis=leading)
    dxhat = dout * gamma
    divar = np.sum(dxhat * xmu, axis=-1, keepdims=True)
    dxmu1 = dxhat * ivar
    dsqrtvar = -divar / sqrtvar**2
    dvar = 0.5 * dsqrtvar / np.sqrt(var + eps)
    dsq = np.broadcast_to(dvar / D, dout.shape)
    dxmu2 = 2.0 * xmu * dsq
    dx1 = dxmu1 + dxmu2
    dmu = -np.sum(dx1, axis=-1, keepdims=True)
    dx = dx1 + dmu / D
    return dx.astype(x.dtype), dgamma, dbeta
