import numpy as np

def _acc(dtype):
    return np.float32 if dtype == np.float16 else dtype

def layer_norm(x, gamma, beta, eps=1e-5):
    D = x.shape[-1]
    if gamma.shape != (D,) or beta.shape != (D,):
        raise ValueError("gamma and beta must be of shape (D,)")
    acc = _acc(x.dtype)
    buf = np.array(x, dtype=acc)
    buf -= buf.mean(axis=-1, keepdims=True)
    sq = np.multiply(buf, buf)
    scale = sq.mean(axis=-1, keepdims=True)
    scale += eps
    np.sqrt(scale, out=scale)
    buf /= scale
    buf *= gamma.astype(acc)
    buf += beta.astype(acc)
    return buf.astype(x.dtype)

def layer_norm_backward(dy, x, gamma, eps=1e-5):
    D = x.shape[-1]
    if gamma.shape != (D,):
        raise ValueError("gamma must be of shape (D,)")
    acc = np.float64
    h = np.array(x, dtype=acc)
    h -= h.mean(axis=-1, keepdims=True)
    scale = np.multiply(h, h).mean(axis=-1, keepdims=True)
    scale += eps
    np.sqrt(scale, out=scale)
    h /= scale
    g = np.array(dy, dtype=acc)
    dbeta = np.add.reduce(g.reshape(-1, D), axis=0)
    tmp = g * h
    dgamma = np.add.reduce(tmp.reshape(-1, D), axis=0)
    g *= gamma
    tmp *= gamma
    m2 = tmp.mean(axis=-1, keepdims=True)
    g -= g.mean(axis=-1, keepdims=True)
    np.multiply(h, m2, out=tmp)
    g -= tmp
    g /= scale
    return g.astype(x.dtype), dgamma, dbeta
