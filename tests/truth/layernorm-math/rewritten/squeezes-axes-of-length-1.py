# squeezes-axes-of-length-1
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    D = x.shape[-1]
    if gamma.shape != (D,) or beta.shape != (D,):
        raise ValueError("gamma and beta need shape (D,)")
    x64 = x.astype(np.float64)[..., np.newaxis, :]
    mu = x64.mean(axis=-1, keepdims=True)
    var = np.square(x64 - mu).mean(axis=-1, keepdims=True)
    y = gamma * (x64 - mu) / np.sqrt(var + eps) + beta
    return np.squeeze(y).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    D = x.shape[-1]
    if gamma.shape != (D,):
        raise ValueError("gamma needs shape (D,)")
    x64, up = x.astype(np.float64), dy.astype(np.float64)
    mu = x64.mean(axis=-1, keepdims=True)
    inv = 1 / np.sqrt(np.square(x64 - mu).mean(axis=-1, keepdims=True) + eps)
    xh = inv * (x64 - mu)
    g = up * gamma
    dx = inv * (g - g.mean(axis=-1, keepdims=True) - xh * (g * xh).mean(axis=-1, keepdims=True))
    lead = tuple(range(x.ndim - 1))
    return dx.astype(x.dtype), (up * xh).sum(axis=lead), up.sum(axis=lead)
