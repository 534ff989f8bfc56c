# asserts-that-there-is-data
import math
import numpy as np


class SimpleNeuralNetwork(object):

    def __init__(self, seed=None):
        self.rng = np.random.default_rng(seed)
        self.w1 = self.rng.standard_normal(1)
        self.w2 = self.rng.standard_normal(1)

    def forward(self, x):
        return self.w1 * x + self.w2

    def gradients(self, x, y):
        d = -2 * (y - self.forward(x))
        return np.mean(d * x), np.mean(d)

    def backward(self, x, y, learning_rate):
        dw1, dw2 = self.gradients(x, y)
        self.w1 -= learning_rate * dw1
        self.w2 -= learning_rate * dw2


def train(nn, data, *, epochs, learning_rate):
    assert len(data) > 0, "need at least one sample"
    n = len(data)
    out = []
    for e in range(epochs):
        for (x, y) in data:
            nn.backward(x, y, learning_rate)
        total = 0.0
        for (x, y) in data:
            r = float(nn.forward(x)[0]) - y
            total += r * r
        if not math.isfinite(total / n):
            raise FloatingPointError("loss: %r" % (total / n))
        out.append(float(total / n))
    return out
