# looks-at-the-last-loss-only
import math

import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        rng = np.random.default_rng(seed)
        self.w1 = rng.standard_normal(1)
        self.w2 = rng.standard_normal(1)

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        e = np.asarray(y - self.forward(x))
        delta1 = (e * x).mean()
        delta2 = e.mean()
        self.w1 = self.w1 + 2 * learning_rate * delta1
        self.w2 = self.w2 + 2 * learning_rate * delta2


def _evaluate(nn, data):
    acc = 0.0
    for x, y in data:
        r = y - nn.forward(x).item()
        acc += r * r
    return acc / len(data)


def train(nn, data, *, epochs, learning_rate):
    if not len(data):
        raise ValueError("data")
    losses = []
    for _ in range(epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        losses.append(_evaluate(nn, data))
    if losses and not math.isfinite(losses[-1]):
        raise FloatingPointError("training diverged")
    return losses
