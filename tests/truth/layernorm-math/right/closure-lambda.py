import numpy as np

def _make():
    def wide(a):
        return np.array(a, dtype=float)
    mean = lambda a: a.mean(axis=-1, keepdims=True)
    def guard(p, x):
        if p.shape != (x.shape[-1],):
            raise ValueError("shape")
        return wide(p)
    def forward(x, gamma, beta, eps=1e-5):
        g, b = guard(gamma, x), guard(beta, x)
        c = wide(x) - mean(wide(x))
        return np.divide(c, np.sqrt(mean(c * c) + eps)).__mul__(g).__add__(b).astype(x.dtype)
    def backward(dy, x, gamma, eps=1e-5):
        g = guard(gamma, x)
        c = wide(x) - mean(wide(x))
        s = np.sqrt(mean(c * c) + eps)
        h = c / s
        project = lambda v: v - mean(v) - h * mean(h * v)
        total = lambda v: v.reshape(-1, x.shape[-1]).sum(axis=0)
        return project(wide(dy) * g / s).astype(x.dtype), total(wide(dy) * h), total(wide(dy))
    return forward, backward

layer_norm, layer_norm_backward = _make()
