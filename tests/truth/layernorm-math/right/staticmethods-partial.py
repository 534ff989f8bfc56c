import functools
import numpy as np

class LN:
    EPS = 1e-5
    @staticmethod
    def fwd(x, gamma, beta, eps=1e-5):
        LN._ok(x, gamma); LN._ok(x, beta)
        z = LN._z(x, eps)[0]
        return (gamma * z + beta).astype(x.dtype)
    @staticmethod
    def bwd(dy, x, gamma, eps=1e-5):
        LN._ok(x, gamma)
        z, r = LN._z(x, eps)
        dy = np.asarray(dy, dtype=np.float64)
        lead = tuple(range(x.ndim - 1))
        p = dy * gamma
        k = 1.0 / x.shape[-1]
        dx = p - k * p.sum(-1, keepdims=True) - k * z * np.sum(p * z, -1, keepdims=True)
        return tuple([(dx * r).astype(x.dtype), np.sum(dy * z, axis=lead), np.sum(dy, axis=lead)])
    @staticmethod
    def _ok(x, p):
        if p.shape != x.shape[-1:]:
            raise ValueError("parameter must be (D,)")
    @staticmethod
    def _z(x, eps):
        x = np.asarray(x, dtype=np.float64)
        r = np.reciprocal(np.sqrt(np.var(x, -1, keepdims=True) + eps))
        return (x - np.mean(x, -1, keepdims=True)) * r, r

layer_norm = functools.partial(LN.fwd, eps=LN.EPS) if False else LN.fwd
layer_norm_backward = LN.bwd
