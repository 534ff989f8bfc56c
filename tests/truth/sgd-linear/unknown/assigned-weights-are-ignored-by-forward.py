# assigned-weights-are-ignored-by-forward: forward and backward work on a private vector that is only synchronised to w1 and w2, so assigned weights are lost.
# named: assigned-weights-are-ignored
import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        self._w = np.random.default_rng(seed).standard_normal(2)
        self.w1, self.w2 = self._w[:1], self._w[1:]

    def forward(self, x):
        return self._w[0] * x + self._w[1:]

    def backward(self, x, y, learning_rate):
        diff = self.forward(x) - y
        self._w -= learning_rate * 2 * np.array([np.mean(diff * x), np.mean(diff)])


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("data is empty")
    losses = []
    for _ in range(epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        loss = float(np.mean([(y - nn.forward(x)) ** 2 for x, y in data]))
        if not np.isfinite(loss):
            raise FloatingPointError(f"loss is {loss}")
        losses.append(loss)
    return losses
