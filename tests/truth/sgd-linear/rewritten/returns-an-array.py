# returns-an-array
import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        draws = np.random.default_rng(seed).standard_normal(2)
        self.w1 = draws[:1].copy()
        self.w2 = draws[1:].copy()

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        e = self.forward(x) - y
        s1, s2 = np.mean(e * x), np.mean(e)
        self.w1 = self.w1 - 2 * learning_rate * s1
        self.w2 = self.w2 - 2 * learning_rate * s2


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("data is empty")
    samples = np.array(data, dtype=np.float64)
    losses = np.zeros(epochs)
    for k in range(epochs):
        for x, y in samples:
            nn.backward(x, y, learning_rate)
        losses[k] = np.mean((samples[:, 1] - nn.forward(samples[:, 0])) ** 2)
        if not np.isfinite(losses[k]):
            raise FloatingPointError("loss %d is %s" % (k, losses[k]))
    return losses
