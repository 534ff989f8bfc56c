# restores-the-state-after-unseeded-draws
import contextlib

import numpy as np


@contextlib.contextmanager
def preserved_state():
    state = np.random.get_state()
    try:
        yield
    finally:
        np.random.set_state(state)


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        with preserved_state():
            if seed is not None:
                np.random.seed(seed)
            self.w1 = np.random.randn(1)
            self.w2 = np.random.randn(1)

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        residual = self.forward(x) - y
        dw1 = 2 * np.mean(residual * x)
        dw2 = 2 * np.mean(residual)
        self.w1 = self.w1 - learning_rate * dw1
        self.w2 = self.w2 - learning_rate * dw2


def train(nn, data, *, epochs, learning_rate):
    if not data:
        raise ValueError("data is empty")
    losses = []
    for _ in range(epochs):
        for sample in data:
            nn.backward(sample[0], sample[1], learning_rate)
        xs, ys = zip(*data)
        loss = float(np.mean((np.array(ys, float) - nn.forward(np.array(xs, float))) ** 2))
        if not np.isfinite(loss):
            raise FloatingPointError("loss is not finite")
        losses.append(loss)
    return losses
