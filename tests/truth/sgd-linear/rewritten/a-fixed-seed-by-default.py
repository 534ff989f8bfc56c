# a-fixed-seed-by-default
import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        rng = np.random.default_rng(1234 if seed is None else seed)
        self.w1, self.w2 = rng.standard_normal((2, 1))

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        x = np.atleast_1d(np.asarray(x, dtype=np.float64))
        err = self.forward(x) - y
        g1, g2 = 2 * np.mean(err * x), 2 * np.mean(err)
        self.w1 = self.w1 - learning_rate * g1
        self.w2 = self.w2 - learning_rate * g2


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("no data")
    xs = np.array([p[0] for p in data], dtype=np.float64)
    ys = np.array([p[1] for p in data], dtype=np.float64)
    losses = []
    for _ in range(epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        loss = float(np.mean((ys - nn.forward(xs)) ** 2))
        if not np.isfinite(loss):
            raise FloatingPointError("the loss is not finite")
        losses.append(loss)
    return losses
