# eps-outside-the-root+returns-dbeta-before-dgamma
import numpy as np


class LN:
    def __init__(self, x, gamma, eps):
        if gamma.shape != (x.shape[-1],):
            raise ValueError("gamma")
        self.dtype = x.dtype
        self.lead = tuple(range(x.ndim - 1))
        self.gamma = gamma.astype(np.float64)
        z = x.astype(np.float64)
        self.c = z - z.mean(axis=-1, keepdims=True)
        self.sigma = np.sqrt((self.c ** 2).mean(axis=-1, keepdims=True))
        self.denom = self.sigma + eps
        self.xhat = self.c / self.denom

    def y(self, beta):
        if beta.shape != self.gamma.shape:
            raise ValueError("beta")
        return (self.gamma * self.xhat + beta).astype(self.dtype)

    def grads(self, dy):
        dy = dy.astype(np.float64)
        g = dy * self.gamma
        safe = np.where(self.sigma == 0, 1.0, self.sigma)
        dx = g - g.mean(axis=-1, keepdims=True)
        dx = dx - self.c / safe * (g * self.xhat).mean(axis=-1, keepdims=True)
        return ((dx / self.denom).astype(self.dtype), dy.sum(axis=self.lead),
                (dy * self.xhat).sum(axis=self.lead))


def layer_norm(x, gamma, beta, eps=1e-5):
    return LN(x, gamma, eps).y(beta)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    return LN(x, gamma, eps).grads(dy)
