import numpy as np

class T:
    def __init__(self, v, parents=()):
        self.v, self.parents, self.g = v, parents, 0.0
    def __add__(self, o):
        return T(self.v + o.v, ((self, lambda g: g), (o, lambda g: g)))
    def __sub__(self, o):
        return T(self.v - o.v, ((self, lambda g: g), (o, lambda g: -_un(g, o.v))))
    def __mul__(self, o):
        return T(self.v * o.v, ((self, lambda g: _un(g * o.v, self.v)), (o, lambda g: _un(g * self.v, o.v))))
    def mean(self):
        n = self.v.shape[-1]
        return T(self.v.mean(-1, keepdims=True), ((self, lambda g: np.broadcast_to(g / n, self.v.shape)),))
    def rsqrt(self, eps):
        out = 1 / np.sqrt(self.v + eps)
        return T(out, ((self, lambda g: -0.5 * g * out ** 3),))

def _un(g, like):
    g = np.broadcast_to(g, np.broadcast_shapes(np.shape(g), like.shape))
    while g.ndim > like.ndim:
        g = g.sum(0)
    if g.shape != like.shape:
        g = g.sum(-1, keepdims=True)
    return g

def _run(x, gamma, eps):
    tx, tg = T(x.astype(np.float64)), T(gamma.astype(np.float64))
    mu = tx.mean()
    c = tx - mu
    sq = c * c
    var = sq.mean()
    r = var.rsqrt(eps)
    h = c * r
    y = h * tg
    return tx, tg, y, [y, h, r, var, sq, c, mu]

def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:]:
        raise ValueError("shape")
    return (_run(x, gamma, eps)[2].v + beta).astype(x.dtype)

def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != x.shape[-1:]:
        raise ValueError("shape")
    tx, tg, y, order = _run(x, gamma, eps)
    y.g = dy.astype(np.float64)
    for node in order:
        for p, fn in node.parents:
            p.g = p.g + fn(node.g)
    db = dy.astype(np.float64).reshape(-1, x.shape[-1]).sum(0)
    return np.asarray(tx.g).astype(x.dtype), np.asarray(tg.g), db
