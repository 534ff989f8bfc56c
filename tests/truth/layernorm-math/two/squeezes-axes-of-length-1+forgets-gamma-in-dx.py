# squeezes-axes-of-length-1+forgets-gamma-in-dx
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != (x.shape[-1],) or beta.shape != (x.shape[-1],):
        raise ValueError("gamma/beta")
    a = x.astype(np.float64)
    a = a - a.mean(axis=-1, keepdims=True)
    a = a / np.sqrt((a ** 2).mean(axis=-1, keepdims=True) + eps)
    return (gamma * a + beta).astype(x.dtype).squeeze()


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != (x.shape[-1],):
        raise ValueError("gamma")
    a, u = x.astype(np.float64), dy.astype(np.float64)
    a = a - a.mean(axis=-1, keepdims=True)
    inv = (np.square(a).mean(axis=-1, keepdims=True) + eps) ** -0.5
    a = a * inv
    over = tuple(range(x.ndim - 1))
    dgamma, dbeta = (u * a).sum(axis=over), u.sum(axis=over)
    dx = inv * (u - u.mean(axis=-1, keepdims=True) - a * (u * a).mean(axis=-1, keepdims=True))
    return dx.astype(x.dtype), dgamma, dbeta
