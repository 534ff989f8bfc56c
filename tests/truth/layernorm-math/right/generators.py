import numpy as np


def _rows(*arrays):
    D = arrays[0].shape[-1]
    yield from zip(*(a.reshape(a.size // D, D).astype(np.float64) for a in arrays))


def _normal(r, eps):
    c = r - r.sum() / r.size
    s = float(np.sqrt(np.vdot(c, c) / r.size + eps))
    return c / s, s


def layer_norm(x, gamma, beta, eps=1e-5):
    match (gamma.shape, beta.shape):
        case ((g,), (b,)) if g == b == x.shape[-1]:
            pass
        case _:
            raise ValueError(f"gamma {gamma.shape}, beta {beta.shape}, x {x.shape}")
    values = (v for (r,) in _rows(x) for v in gamma * _normal(r, eps)[0] + beta)
    return np.fromiter(values, dtype=np.float64, count=x.size).reshape(x.shape).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != (x.shape[-1],):
        raise ValueError(f"gamma {gamma.shape}, x {x.shape}")
    dgamma = np.zeros(gamma.shape, np.float64)
    dbeta = dgamma.copy()

    def gen():
        for u, r in _rows(dy, x):
            h, s = _normal(r, eps)
            np.add(dgamma, u * h, out=dgamma)
            np.add(dbeta, u, out=dbeta)
            g = u * gamma
            yield from (g - np.mean(g) - h * np.mean(g * h)) / s

    dx = np.fromiter(gen(), dtype=np.float64, count=x.size)
    return dx.reshape(x.shape).astype(x.dtype), dgamma, dbeta
