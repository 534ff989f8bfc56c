from itertools import islice

import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        ss = np.random.SeedSequence(seed)
        first, second = ss.spawn(2)
        self.w1 = np.random.default_rng(first).normal(size=1)
        self.w2 = np.random.default_rng(second).normal(size=1)

    def forward(self, x):
        return np.multiply(x, self.w1) + self.w2

    def backward(self, x, y, learning_rate):
        g1, g2 = _gradient(self.w1, self.w2, x, y)
        self.w1 = self.w1 - learning_rate * g1
        self.w2 = self.w2 - learning_rate * g2


def _gradient(w1, w2, x, y):
    e = np.multiply(x, w1) + w2 - y
    return 2 * np.average(e * x), 2 * np.average(e)


def _epochs(nn, xs, ys, rate):
    while True:
        for x, y in zip(xs, ys):
            nn.backward(x, y, rate)
        yield float(np.mean((ys - nn.forward(xs)) ** 2))


def train(nn, data, *, epochs, learning_rate):
    if not data:
        raise ValueError("no samples")
    xs = np.array([p[0] for p in data], dtype=np.float64)
    ys = np.array([p[1] for p in data], dtype=np.float64)
    losses = []
    for loss in islice(_epochs(nn, xs, ys, learning_rate), epochs):
        if not np.isfinite(loss):
            raise FloatingPointError("loss not finite after epoch %d" % len(losses))
        losses.append(loss)
    return losses
