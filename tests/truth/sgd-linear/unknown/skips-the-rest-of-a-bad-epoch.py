# named: raises-when-the-weights-overflow
# skips-the-rest-of-a-bad-epoch: the steps of an epoch are broken off where a weight is not finite; FloatingPointError is raised at the end of that epoch, but not all of its steps were taken.
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
    losses = []
    for _ in range(epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
            if not np.isfinite(nn.forward(x)).all():
                break
        loss = float(np.mean([(y - nn.forward(x)) ** 2 for x, y in data]))
        if not np.isfinite(loss):
            raise FloatingPointError(f"loss is {loss}")
        losses.append(loss)
    return losses
