import math
import numpy as np

def _rows(a):
    return [[float(v) for v in r] for r in np.ascontiguousarray(a).reshape(-1, a.shape[-1])]

def layer_norm(x, gamma, beta, eps=1e-5):
    D = x.shape[-1]
    for p in (gamma, beta):
        if p.ndim != 1 or p.shape[0] != D:
            raise ValueError("parameter is not (D,)")
    out = np.empty((x.size // D, D))
    for r, row in enumerate(_rows(x)):
        mu = math.fsum(row) / D
        var = math.fsum((v - mu) ** 2 for v in row) / D
        s = math.sqrt(var + eps)
        for j, v in enumerate(row):
            out[r, j] = float(gamma[j]) * (v - mu) / s + float(beta[j])
    return out.reshape(x.shape).astype(x.dtype)

def layer_norm_backward(dy, x, gamma, eps=1e-5):
    D = x.shape[-1]
    if gamma.ndim != 1 or gamma.shape[0] != D:
        raise ValueError("gamma is not (D,)")
    dx = np.empty((x.size // D, D))
    dgamma, dbeta = [0.0] * D, [0.0] * D
    for r, (row, drow) in enumerate(zip(_rows(x), _rows(dy))):
        mu = math.fsum(row) / D
        c = [v - mu for v in row]
        s = math.sqrt(math.fsum(v * v for v in c) / D + eps)
        h = [v / s for v in c]
        g = [d * float(w) for d, w in zip(drow, gamma)]
        a = math.fsum(g) / D
        b = math.fsum(p * q for p, q in zip(g, h)) / D
        for j in range(D):
            dx[r, j] = (g[j] - a - h[j] * b) / s
            dgamma[j] += drow[j] * h[j]
            dbeta[j] += drow[j]
    return dx.reshape(x.shape).astype(x.dtype), np.array(dgamma), np.array(dbeta)
