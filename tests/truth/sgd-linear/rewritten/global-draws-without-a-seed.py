# global-draws-without-a-seed
import numpy as np


def _draw(seed):
    if seed is None:
        return np.random.randn(1), np.random.randn(1)
    g = np.random.default_rng(seed)
    return g.standard_normal(1), g.standard_normal(1)


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        self.w1, self.w2 = _draw(seed)

    def forward(self, x):
        return x * self.w1 + self.w2

    def backward(self, x, y, learning_rate):
        minus_two_r = -2 * (y - self.forward(x))
        g = np.mean(minus_two_r * x), np.mean(minus_two_r)
        self.w1, self.w2 = self.w1 - learning_rate * g[0], self.w2 - learning_rate * g[1]


def train(nn, data, *, epochs, learning_rate):
    if not data:
        raise ValueError("`data` must not be empty")

    def epoch():
        for x, y in data:
            nn.backward(x, y, learning_rate)
        squares = [((y - nn.forward(x)) ** 2).item() for x, y in data]
        loss = sum(squares) / len(squares)
        if not np.isfinite(loss):
            raise FloatingPointError("loss not finite")
        return float(loss)

    return [epoch() for _ in range(epochs)]
