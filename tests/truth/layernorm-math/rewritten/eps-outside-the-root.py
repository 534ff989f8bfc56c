# eps-outside-the-root
import functools

import numpy as np


def checked(*names):
    def deco(fn):
        @functools.wraps(fn)
        def inner(*args, **kwargs):
            order = fn.__code__.co_varnames[: fn.__code__.co_argcount]
            bound = dict(zip(order, args))
            bound.update(kwargs)
            want = (bound["x"].shape[-1],)
            for nm in names:
                if bound[nm].shape != want:
                    raise ValueError(f"{nm}.shape is {bound[nm].shape}, want {want}")
            return fn(*args, **kwargs)
        return inner
    return deco


@checked("gamma", "beta")
def layer_norm(x, gamma, beta, eps=1e-5):
    a = x.astype(float)
    centered = a - a.mean(axis=-1, keepdims=True)
    return (gamma * centered / (a.std(axis=-1, keepdims=True) + eps) + beta).astype(x.dtype)


@checked("gamma")
def layer_norm_backward(dy, x, gamma, eps=1e-5):
    a, u = x.astype(float), dy.astype(float)
    centered = a - a.mean(axis=-1, keepdims=True)
    sd = a.std(axis=-1, keepdims=True)
    denom = sd + eps
    xhat = centered / denom
    lead = tuple(range(x.ndim - 1))
    g = u * gamma
    # d denom / d x_j = centered_j / (D * sd); 0 for a constant row
    unit = np.divide(centered, sd, out=np.zeros_like(centered), where=sd > 0)
    dx = (g - g.mean(-1, keepdims=True) - unit * (g * xhat).mean(-1, keepdims=True)) / denom
    return dx.astype(x.dtype), (u * xhat).sum(axis=lead), u.sum(axis=lead)
