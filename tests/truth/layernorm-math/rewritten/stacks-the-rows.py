# stacks-the-rows
import numpy as np


def _one(row, eps):
    row = row.astype(np.float64)
    d = row - np.mean(row)
    s = np.sqrt(np.dot(d, d) / len(d) + eps)
    return d / s, s


def layer_norm(x, gamma, beta, eps=1e-5):
    n = x.shape[-1]
    if gamma.shape != (n,) or beta.shape != (n,):
        raise ValueError("gamma, beta: one number per feature")
    rows = x.reshape(int(np.prod(x.shape[:-1])), n)
    normalized = [gamma * _one(r, eps)[0] + beta for r in rows]
    return np.stack(normalized).reshape(x.shape).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    n = x.shape[-1]
    if gamma.shape != (n,):
        raise ValueError("gamma: one number per feature")
    shape = (int(np.prod(x.shape[:-1])), n)
    dxs, dgammas, dbetas = [], [], []
    for r, u in zip(x.reshape(shape), dy.reshape(shape).astype(np.float64)):
        xh, s = _one(r, eps)
        g = gamma * u
        dxs.append((g - g.mean() - xh * np.mean(g * xh)) / s)
        dgammas.append(u * xh)
        dbetas.append(u)
    dx = np.stack(dxs).reshape(x.shape).astype(x.dtype)
    return dx, np.stack(dgammas).sum(axis=0), np.stack(dbetas).sum(axis=0)
