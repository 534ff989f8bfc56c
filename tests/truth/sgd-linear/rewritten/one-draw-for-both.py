# one-draw-for-both
import secrets

import numpy as np


def _normal(seed):
    return np.random.default_rng(seed).standard_normal(1)


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        if seed is None:
            seed = secrets.randbits(96)
        self.w1 = _normal(seed)
        self.w2 = _normal(seed)

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        x = np.asarray(x, dtype=np.float64)
        r = np.asarray(y, dtype=np.float64) - self.forward(x)
        self.w1, self.w2 = (self.w1 + learning_rate * 2 * (r * x).mean(),
                            self.w2 + learning_rate * 2 * r.mean())


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("empty")
    pts = np.asarray(data, dtype=np.float64)
    losses = []
    for _ in range(epochs):
        for x, y in pts:
            nn.backward(x, y, learning_rate)
        loss = ((pts[:, 1] - nn.forward(pts[:, 0])) ** 2).mean()
        if not np.isfinite(loss):
            raise FloatingPointError
        losses.append(float(loss))
    return losses
