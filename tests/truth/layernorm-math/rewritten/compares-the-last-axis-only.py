# compares-the-last-axis-only
import numpy as np


def _acc_dtype(x):
    return np.promote_types(x.dtype, np.float32)


def _same_width(x, p, name):
    if p.shape[-1:] != x.shape[-1:]:
        raise ValueError(name + ": width " + str(p.shape[-1:]) + " != " + str(x.shape[-1:]))


def layer_norm(x, gamma, beta, eps=1e-5):
    _same_width(x, gamma, "gamma")
    _same_width(x, beta, "beta")
    t = x.astype(np.float64)
    mean = np.mean(t, axis=-1, keepdims=True)
    var = np.mean((t - mean) ** 2, axis=-1, keepdims=True)
    y = (t - mean) / np.sqrt(var + eps)
    y = y * gamma
    y = y + beta
    return y.astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    _same_width(x, gamma, "gamma")
    t = x.astype(np.float64)
    up = dy.astype(np.float64)
    mean = np.mean(t, axis=-1, keepdims=True)
    var = np.mean((t - mean) ** 2, axis=-1, keepdims=True)
    std = np.sqrt(var + eps)
    xn = (t - mean) / std

    batch_axes = tuple(range(x.ndim))[:-1]
    dgamma = np.sum(up * xn, axis=batch_axes).astype(_acc_dtype(x))
    dbeta = np.sum(up, axis=batch_axes).astype(_acc_dtype(x))

    # through x_hat, the variance and the mean, one after the other
    N = x.shape[-1]
    dxn = up * gamma
    dvar = np.sum(dxn * (t - mean) * -0.5 * std ** -3, axis=-1, keepdims=True)
    dmean = np.sum(-dxn / std, axis=-1, keepdims=True)
    dx = dxn / std + dvar * 2 * (t - mean) / N + dmean / N
    return dx.astype(x.dtype), dgamma, dbeta
