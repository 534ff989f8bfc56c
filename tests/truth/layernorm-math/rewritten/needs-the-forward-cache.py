# needs-the-forward-cache
import numpy as np


class _Layer:
    def __init__(self):
        self.cache = {}

    def __call__(self, x, gamma, beta, eps=1e-5):
        if gamma.shape != (x.shape[-1],) or beta.shape != (x.shape[-1],):
            raise ValueError("gamma and beta must be (D,)")
        xf = x.astype(np.float64)
        mu = xf.mean(-1, keepdims=True)
        inv_std = 1.0 / np.sqrt(xf.var(-1, keepdims=True) + eps)
        x_hat = (xf - mu) * inv_std
        self.cache["x_hat"] = x_hat
        self.cache["inv_std"] = inv_std
        return (x_hat * gamma + beta).astype(x.dtype)

    def backward(self, dy, x, gamma, eps=1e-5):
        if gamma.shape != (dy.shape[-1],):
            raise ValueError("gamma must be (D,)")
        x_hat = self.cache["x_hat"]
        inv_std = self.cache["inv_std"]
        d = dy.astype(np.float64)
        reduce_axes = tuple(range(d.ndim - 1))
        dgamma = np.sum(d * x_hat, axis=reduce_axes)
        dbeta = np.sum(d, axis=reduce_axes)
        d = d * gamma
        dx = inv_std * (d - d.mean(-1, keepdims=True) - x_hat * (d * x_hat).mean(-1, keepdims=True))
        return dx.astype(dy.dtype), dgamma, dbeta


layer_norm = _Layer()
layer_norm_backward = layer_norm.backward
