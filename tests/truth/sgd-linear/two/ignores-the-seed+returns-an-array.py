# ignores-the-seed+returns-an-array
import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        self.seed = seed
        rng = np.random.default_rng()
        self.w1, self.w2 = rng.standard_normal(1), rng.standard_normal(1)

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        e = y - self.forward(x)
        a, b = np.mean(e * x), np.mean(e)
        self.w1 = self.w1 + 2 * learning_rate * a
        self.w2 = self.w2 + 2 * learning_rate * b


def train(nn, data, *, epochs, learning_rate):
    if not data:
        raise ValueError("empty data")
    losses = []
    for _ in range(epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        losses.append(np.mean([(y - nn.forward(x)[0]) ** 2 for x, y in data]))
        if not np.isfinite(losses[-1]):
            raise FloatingPointError("loss")
    return np.array(losses)
