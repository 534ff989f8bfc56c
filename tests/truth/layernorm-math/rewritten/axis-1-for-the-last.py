# axis-1-for-the-last
from __future__ import annotations

import numpy as np


class LayerNorm:
    """Stateless layer norm; both directions share `stats`."""

    axis = 1

    def stats(self, x: np.ndarray, eps: float) -> tuple[np.ndarray, np.ndarray]:
        m = np.mean(x, axis=self.axis, keepdims=True)
        c = x - m
        s = np.sqrt(np.mean(c * c, axis=self.axis, keepdims=True) + eps)
        return c / s, s

    @staticmethod
    def check(x, **params):
        for key, value in params.items():
            if value.shape != x.shape[-1:]:
                raise ValueError(f"{key}: expected shape {x.shape[-1:]}, got {value.shape}")

    def forward(self, x, gamma, beta, eps=1e-5):
        self.check(x, gamma=gamma, beta=beta)
        if x.size == 0:
            return x.copy()
        xhat, _ = self.stats(x.astype(np.float64), eps)
        return (xhat * gamma + beta).astype(x.dtype)

    def backward(self, dy, x, gamma, eps=1e-5):
        self.check(x, gamma=gamma)
        D = x.shape[-1]
        if x.size == 0:
            return x.copy(), np.zeros(D), np.zeros(D)
        dy64 = dy.astype(np.float64)
        xhat, s = self.stats(x.astype(np.float64), eps)
        dgamma = (dy64 * xhat).reshape(-1, D).sum(0)
        dbeta = dy64.reshape(-1, D).sum(0)
        h = dy64 * gamma
        a = h.mean(axis=self.axis, keepdims=True)
        b = (h * xhat).mean(axis=self.axis, keepdims=True)
        return ((h - a - xhat * b) / s).astype(x.dtype), dgamma, dbeta


_ln = LayerNorm()
layer_norm = _ln.forward
layer_norm_backward = _ln.backward
