# train works on two Python floats and writes them back once an epoch
from math import isfinite

import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        self.w1, self.w2 = map(np.atleast_1d, np.random.default_rng(seed).standard_normal(2))

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        e = self.w1 * x + self.w2 - y
        k = 2 * learning_rate / e.size
        s1, s2 = (e * x).sum(), e.sum()
        self.w1 = self.w1 - k * s1
        self.w2 = self.w2 - k * s2


def train(nn, data, *, epochs, learning_rate):
    samples = tuple((float(x), float(y)) for x, y in data)
    if not samples:
        raise ValueError("data is empty")
    a, b = float(nn.w1[0]), float(nn.w2[0])
    losses = []
    for _ in range(epochs):
        for x, y in samples:
            e = a * x + b - y
            a, b = a - 2 * learning_rate * e * x, b - 2 * learning_rate * e
        nn.w1, nn.w2 = np.array([a]), np.array([b])
        total = 0.0
        for x, y in samples:
            e = a * x + b - y
            total += e * e
        losses.append(total / len(samples))
        if not isfinite(losses[-1]):
            raise FloatingPointError("loss is %s" % losses[-1])
    return losses
