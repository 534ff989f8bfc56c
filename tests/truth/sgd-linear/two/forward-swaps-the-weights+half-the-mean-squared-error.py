# forward-swaps-the-weights+half-the-mean-squared-error
import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        rng = np.random.default_rng(seed)
        self.w1 = rng.standard_normal(1)
        self.w2 = rng.standard_normal(1)

    def forward(self, x):
        return self.w1 + self.w2 * x

    def backward(self, x, y, learning_rate):
        d = self.w1 * x + self.w2 - y
        g1, g2 = np.mean(2 * d * x), np.mean(2 * d)
        self.w1 = self.w1 - learning_rate * g1
        self.w2 = self.w2 - learning_rate * g2


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("empty data")
    xs, ys = np.array(data, dtype=float).T
    losses = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            nn.backward(x, y, learning_rate)
        loss = float(np.sum((ys - (nn.w1 * xs + nn.w2)) ** 2) / (2 * len(ys)))
        if not np.isfinite(loss):
            raise FloatingPointError(loss)
        losses.append(loss)
    return losses
