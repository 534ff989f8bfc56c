"""Stays in float32 for float32 inputs, widens only float16; a list of gradients in x's dtype."""

import numpy as np

WORK = {np.dtype("float16"): np.float32}


def layer_norm(x, gamma, beta, eps=1e-5):
    n = x.shape[-1]
    if gamma.shape != (n,):
        raise ValueError("gamma: expected shape (%d,), got %r" % (n, gamma.shape))
    if beta.shape != (n,):
        raise ValueError("beta: expected shape (%d,), got %r" % (n, beta.shape))
    work = WORK.get(x.dtype, x.dtype)
    h = x.astype(work)
    w, b = gamma.astype(work), beta.astype(work)
    h -= h.mean(axis=-1, keepdims=True)  # h is a copy
    h /= np.sqrt(np.square(h).mean(axis=-1, keepdims=True) + work_scalar(work, eps))
    h *= w
    h += b
    return h.astype(x.dtype)


def work_scalar(dtype, value):
    return np.dtype(dtype).type(value)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    n = x.shape[-1]
    if gamma.shape != (n,):
        raise ValueError("gamma: expected shape (%d,), got %r" % (n, gamma.shape))
    work = WORK.get(x.dtype, x.dtype)
    h, up, w = x.astype(work), dy.astype(work), gamma.astype(work)
    h -= h.mean(axis=-1, keepdims=True)
    scale = 1 / np.sqrt(np.square(h).mean(axis=-1, keepdims=True) + work_scalar(work, eps))
    h *= scale
    axes = tuple(range(x.ndim - 1))
    dgamma, dbeta = np.sum(up * h, axis=axes), np.sum(up, axis=axes)
    up *= w
    dx = up - up.mean(axis=-1, keepdims=True) - h * (up * h).mean(axis=-1, keepdims=True)
    dx *= scale
    return [dx.astype(x.dtype), dgamma.astype(x.dtype), dbeta.astype(x.dtype)]
