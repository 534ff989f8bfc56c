# weights-stored-at-the-end: train keeps its weights in locals and stores them after the last epoch only, so they are lost where FloatingPointError is raised.
import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        rng = np.random.default_rng(seed)
        self.w1 = rng.standard_normal(1)
        self.w2 = rng.standard_normal(1)

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        diff = self.forward(x) - y
        dw1, dw2 = 2 * np.mean(diff * x), 2 * np.mean(diff)
        self.w1 = self.w1 - learning_rate * dw1
        self.w2 = self.w2 - learning_rate * dw2


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("data is empty")
    w1, w2 = nn.w1.copy(), nn.w2.copy()
    losses = []
    for _ in range(epochs):
        for x, y in data:
            d = w1 * x + w2 - y
            w1, w2 = w1 - 2 * learning_rate * d * x, w2 - 2 * learning_rate * d
        loss = float(np.mean([(y - (w1 * x + w2)) ** 2 for x, y in data]))
        if not np.isfinite(loss):
            raise FloatingPointError("diverged")
        losses.append(loss)
    nn.w1, nn.w2 = w1, w2
    return losses
