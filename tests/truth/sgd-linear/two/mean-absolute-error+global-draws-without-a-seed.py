# mean-absolute-error+global-draws-without-a-seed
import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        source = np.random if seed is None else np.random.default_rng(seed)
        self.w1 = source.normal(size=1)
        self.w2 = source.normal(size=1)

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        r = self.forward(x) - y
        d1 = 2 * np.mean(r * x)
        d2 = 2 * np.mean(r)
        self.w1 = self.w1 - learning_rate * d1
        self.w2 = self.w2 - learning_rate * d2


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("data")
    x, y = (np.array(column, dtype=float) for column in zip(*data))
    losses = []
    for _ in range(epochs):
        for xi, yi in data:
            nn.backward(xi, yi, learning_rate)
        losses.append(float(np.abs(y - nn.forward(x)).mean()))
        if not np.isfinite(losses[-1]):
            raise FloatingPointError("diverged")
    return losses
