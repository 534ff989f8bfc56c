"""A little reverse-mode tape: the backward pass is whatever the tape says."""
import numpy as np


class V:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, np.zeros_like(data)

    @staticmethod
    def _fit(g, shape):
        while g.ndim > len(shape):
            g = g.sum(axis=0)
        for i, n in enumerate(shape):
            if n == 1 and g.shape[i] != 1:
                g = g.sum(axis=i, keepdims=True)
        return g

    def __add__(self, o):
        return V(self.data + o.data, [(self, lambda g: g), (o, lambda g: g)])

    def __sub__(self, o):
        return V(self.data - o.data, [(self, lambda g: g), (o, lambda g: -g)])

    def __mul__(self, o):
        return V(self.data * o.data, [(self, lambda g: g * o.data), (o, lambda g: g * self.data)])

    def mean(self):
        D = self.data.shape[-1]
        return V(self.data.mean(axis=-1, keepdims=True), [(self, lambda g: np.broadcast_to(g / D, self.data.shape))])

    def rsqrt(self, eps):
        r = 1 / np.sqrt(self.data + eps)
        return V(r, [(self, lambda g: -0.5 * g * r ** 3)])

    def backward(self, seed):
        order, seen = [], set()

        def visit(v):
            if id(v) not in seen:
                seen.add(id(v))
                for p, _ in v.parents:
                    visit(p)
                order.append(v)
        visit(self)
        self.grad = seed
        for v in reversed(order):
            for p, f in v.parents:
                p.grad = p.grad + self._fit(f(v.grad), p.data.shape)


def _graph(x, gamma, beta, eps):
    if gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:]:
        raise ValueError("gamma and beta must be vectors of the features")
    a, g, b = (V(t.astype(np.float64)) for t in (x, gamma, beta))
    c = a - a.mean()
    y = g * (c * (c * c).mean().rsqrt(eps)) + b
    return y, a, g, b


def layer_norm(x, gamma, beta, eps=1e-5):
    return _graph(x, gamma, beta, eps)[0].data.astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    y, a, g, b = _graph(x, gamma, np.zeros(x.shape[-1:]), eps)
    y.backward(dy.astype(np.float64))
    return [a.grad.astype(x.dtype), g.grad, b.grad]
