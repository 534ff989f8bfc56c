from itertools import product
from math import fsum, sqrt

import numpy as np


def check(vector, x, name):
    if vector.shape != (x.shape[-1],):
        raise ValueError(name + " has the wrong shape")
    return [float(v) for v in vector]


def indices(x):
    return product(*(range(n) for n in x.shape[:-1]))


def normalise(row, eps):
    n = len(row)
    mu = fsum(row) / n
    dev = [v - mu for v in row]
    sd = sqrt(fsum(d * d for d in dev) / n + eps)
    return [d / sd for d in dev], sd


def layer_norm(x, gamma, beta, eps=1e-5):
    gamma, beta = check(gamma, x, "gamma"), check(beta, x, "beta")
    y = np.empty_like(x)
    for i in indices(x):
        hat, _ = normalise(x[i].tolist(), eps)
        y[i] = [g * h + b for g, h, b in zip(gamma, hat, beta)]
    return y


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    gamma = check(gamma, x, "gamma")
    D = len(gamma)
    dx = np.empty_like(x)
    dgamma, dbeta = [0.0] * D, [0.0] * D
    for i in indices(x):
        up = dy[i].tolist()
        hat, sd = normalise(x[i].tolist(), eps)
        g = [u * w for u, w in zip(up, gamma)]
        a = fsum(g) / D
        b = fsum(p * q for p, q in zip(g, hat)) / D
        dx[i] = [(p - a - q * b) / sd for p, q in zip(g, hat)]
        for j in range(D):
            dgamma[j] += up[j] * hat[j]
            dbeta[j] += up[j]
    return dx, np.array(dgamma), np.array(dbeta)
