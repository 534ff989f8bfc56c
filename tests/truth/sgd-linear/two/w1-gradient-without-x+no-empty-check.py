# w1-gradient-without-x+no-empty-check
import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        self.w1, self.w2 = np.random.default_rng(seed).standard_normal((2, 1))

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        grad = 2 * np.mean(self.forward(x) - y)
        self.w1 = self.w1 - learning_rate * grad
        self.w2 = self.w2 - learning_rate * grad


def train(nn, data, *, epochs, learning_rate):
    losses = []
    for _ in range(epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        loss = float(np.mean([(y - nn.forward(x)[0]) ** 2 for x, y in data]))
        if not np.isfinite(loss):
            raise FloatingPointError("loss")
        losses.append(loss)
    return losses
