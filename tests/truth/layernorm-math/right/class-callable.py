import numpy as np

class _Forward:
    __slots__ = ()
    def __call__(self, x, gamma, beta, eps=1e-5):
        _shape(gamma, x); _shape(beta, x)
        h, _ = _stats(x, eps)
        return np.asarray(h * gamma + beta, dtype=x.dtype)

class _Backward:
    __slots__ = ()
    def __call__(self, dy, x, gamma, eps=1e-5):
        _shape(gamma, x)
        h, rstd = _stats(x, eps)
        d = np.array(dy, dtype=np.float64)
        D = x.shape[-1]
        g = d * gamma
        dx = (D * g - g.sum(-1, keepdims=True) - h * (g * h).sum(-1, keepdims=True)) * rstd / D
        rows = (d.reshape(-1, D), h.reshape(-1, D))
        return [dx.astype(x.dtype), (rows[0] * rows[1]).sum(0), rows[0].sum(0)]

def _shape(p, x):
    if np.shape(p) != x.shape[-1:]:
        raise ValueError("wrong parameter shape")

def _stats(x, eps):
    z = np.array(x, dtype=np.float64)
    z -= np.mean(z, -1, keepdims=True)
    rstd = (np.mean(np.square(z), -1, keepdims=True) + eps) ** -0.5
    z *= rstd
    return z, rstd

layer_norm = _Forward()
layer_norm_backward = _Backward()
