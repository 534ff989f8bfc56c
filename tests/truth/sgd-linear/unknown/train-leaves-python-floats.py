# train-leaves-python-floats: train works on Python floats and leaves nn.w1 and nn.w2 as floats, not arrays of shape (1,).
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
    samples = [(float(x), float(y)) for x, y in data]
    if not samples:
        raise ValueError("data is empty")
    w1, w2 = float(nn.w1[0]), float(nn.w2[0])
    losses = []
    for _ in range(epochs):
        for x, y in samples:
            d = w1 * x + w2 - y
            w1, w2 = w1 - learning_rate * 2 * d * x, w2 - learning_rate * 2 * d
        nn.w1, nn.w2 = w1, w2
        loss = sum((w1 * x + w2 - y) * (w1 * x + w2 - y) for x, y in samples) / len(samples)
        if not np.isfinite(loss):
            raise FloatingPointError("diverged")
        losses.append(loss)
    return losses
