import functools
import numpy as np

def checked(*names):
    def deco(f):
        import inspect
        sig = inspect.signature(f)
        @functools.wraps(f)
        def g(*a, **k):
            b = sig.bind(*a, **k)
            D = b.arguments["x"].shape[-1]
            for n in names:
                if b.arguments[n].shape != (D,):
                    raise ValueError(f"{n} must be of shape ({D},), not {b.arguments[n].shape}")
            with np.errstate(all="ignore"):
                return f(*a, **k)
        return g
    return deco

@checked("gamma", "beta")
def layer_norm(x, gamma, beta, eps=1e-5):
    z = x.astype(float)
    return (gamma * (z - z.mean(-1, keepdims=1)) / (z.var(-1, keepdims=1) + eps) ** .5 + beta).astype(x.dtype)

@checked("gamma")
def layer_norm_backward(dy, x, gamma, eps=1e-5):
    z, d = x.astype(float), dy.astype(float)
    N = x.shape[-1]
    s = (z.var(-1, keepdims=1) + eps) ** .5
    xc = z - z.mean(-1, keepdims=1)
    dxh = d * gamma
    dx = 1 / N / s * (N * dxh - dxh.sum(-1, keepdims=1) - xc / s ** 2 * (dxh * xc).sum(-1, keepdims=1))
    d2, h2 = d.reshape(-1, N), (xc / s).reshape(-1, N)
    return dx.astype(x.dtype), np.einsum("nd,nd->d", d2, h2), np.einsum("nd->d", d2)
