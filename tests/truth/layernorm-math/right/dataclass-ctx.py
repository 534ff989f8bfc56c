from dataclasses import dataclass, field

import numpy as np


@dataclass(frozen=True)
class Context:
    x: np.ndarray
    gamma: np.ndarray
    eps: float = 1e-5
    xhat: np.ndarray = field(init=False)
    rstd: np.ndarray = field(init=False)

    def __post_init__(self):
        if self.gamma.shape != self.x.shape[-1:]:
            raise ValueError(f"gamma.shape == {self.gamma.shape}")
        z = self.x.astype(np.longdouble)
        mu = z.mean(axis=-1, keepdims=True)
        var = np.mean((z - mu) ** 2, axis=-1, keepdims=True)
        rstd = 1 / np.sqrt(var + self.eps)
        object.__setattr__(self, "rstd", rstd)
        object.__setattr__(self, "xhat", (z - mu) * rstd)

    @property
    def leading(self):
        return tuple(range(self.x.ndim - 1))

    def output(self, beta):
        if beta.shape != self.x.shape[-1:]:
            raise ValueError(f"beta.shape == {beta.shape}")
        return (self.xhat * self.gamma + beta).astype(self.x.dtype)

    def gradients(self, dy):
        u = dy.astype(np.longdouble)
        g = u * self.gamma
        dx = g - g.mean(axis=-1, keepdims=True)
        dx -= self.xhat * np.mean(g * self.xhat, axis=-1, keepdims=True)
        dx *= self.rstd
        return dx.astype(self.x.dtype), np.sum(u * self.xhat, axis=self.leading), np.sum(u, axis=self.leading)


def layer_norm(x, gamma, beta, eps=1e-5):
    return Context(x, gamma, eps).output(beta)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    return Context(x, gamma, eps).gradients(dy)
