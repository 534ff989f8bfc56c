# backward-takes-arrays-only
import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        self.w1, self.w2 = (np.array([v]) for v in np.random.default_rng(seed).normal(0.0, 1.0, 2))

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        n = len(x)
        residual = y - self.forward(x)
        grad_w1 = -2.0 / n * np.sum(residual * x)
        grad_w2 = -2.0 / n * np.sum(residual)
        self.w1 = self.w1 - learning_rate * grad_w1
        self.w2 = self.w2 - learning_rate * grad_w2


def train(nn, data, *, epochs, learning_rate):
    if len(data) < 1:
        raise ValueError("cannot train on nothing")
    table = np.array([[float(x), float(y)] for x, y in data])
    losses = []
    while len(losses) < epochs:
        for row in table:
            nn.backward(row[:1], row[1:], learning_rate)
        mse = np.mean((table[:, 1] - nn.forward(table[:, 0])) ** 2).item()
        if mse != mse or mse in (float("inf"), float("-inf")):
            raise FloatingPointError("training diverged")
        losses.append(mse)
    return losses
