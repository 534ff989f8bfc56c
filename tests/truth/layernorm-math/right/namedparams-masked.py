import numpy as np
from typing import NamedTuple

class Stats(NamedTuple):
    hat: np.ndarray
    inv: np.ndarray

def stats(x: np.ndarray, eps: float) -> Stats:
    # Welford, a feature at a time
    D = x.shape[-1]
    mean = np.zeros(x.shape[:-1])
    m2 = np.zeros(x.shape[:-1])
    for j in range(D):
        v = x[..., j].astype(np.float64)
        delta = v - mean
        mean = mean + delta / (j + 1)
        m2 = m2 + delta * (v - mean)
    inv = 1.0 / np.sqrt(m2 / D + eps)
    hat = (x.astype(np.float64) - np.expand_dims(mean, -1)) * np.expand_dims(inv, -1)
    return Stats(hat, np.expand_dims(inv, -1))

def layer_norm(x, gamma, beta, eps=1e-5):
    D = x.shape[-1]
    if gamma.shape != (D,) or beta.shape != (D,):
        raise ValueError("parameters must be (D,)")
    y = np.empty_like(x)
    y[...] = stats(x, eps).hat * gamma + beta
    return y

def layer_norm_backward(dy, x, gamma, eps=1e-5):
    D = x.shape[-1]
    if gamma.shape != (D,):
        raise ValueError("gamma must be (D,)")
    s = stats(x, eps)
    d = dy.astype(np.float64)
    g = d * gamma
    dx = np.empty_like(x)
    dx[...] = (g - g.mean(-1, keepdims=True) - s.hat * (g * s.hat).mean(-1, keepdims=True)) * s.inv
    lead = tuple(range(x.ndim - 1))
    return dx, np.sum(d * s.hat, axis=lead), np.sum(d, axis=lead)
