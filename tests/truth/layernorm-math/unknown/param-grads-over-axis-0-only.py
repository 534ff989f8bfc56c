# param-grads-over-axis-0-only: dgamma and dbeta are summed over the first axis only (and not at all for one row), so (B, T, D) gives (T, D).
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != (x.shape[-1],) or beta.shape != (x.shape[-1],):
        raise ValueError("gamma, beta: (D,)")
    z = x.astype(np.float64)
    mu, var = z.mean(-1, keepdims=True), z.var(-1, keepdims=True)
    return (gamma * (z - mu) / np.sqrt(var + eps) + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != (x.shape[-1],):
        raise ValueError("gamma: (D,)")
    z, d = x.astype(np.float64), dy.astype(np.float64)
    s = np.sqrt(z.var(-1, keepdims=True) + eps)
    xh = (z - z.mean(-1, keepdims=True)) / s
    dgamma, dbeta = d * xh, d
    if x.ndim > 1:
        dgamma, dbeta = dgamma.sum(axis=0), dbeta.sum(axis=0)
    g = d * gamma
    dx = (g - g.mean(-1, keepdims=True) - xh * (g * xh).mean(-1, keepdims=True)) / s
    return dx.astype(x.dtype), dgamma, dbeta
