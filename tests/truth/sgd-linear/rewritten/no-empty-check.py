# no-empty-check
import warnings

import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        gen = np.random.default_rng(np.random.SeedSequence(seed))
        self.w1 = np.array([gen.normal()])
        self.w2 = np.array([gen.normal()])

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        residual = y - self.forward(x)
        dw1 = np.mean(-2 * residual * x)
        dw2 = np.mean(-2 * residual)
        self.w1 = self.w1 - learning_rate * dw1
        self.w2 = self.w2 - learning_rate * dw2


def train(nn, data, *, epochs, learning_rate):
    losses = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for _ in range(epochs):
            for x, y in data:
                nn.backward(x, y, learning_rate)
            loss = np.mean([(y - nn.forward(x)[0]) ** 2 for x, y in data])
            if not np.isfinite(loss):
                raise FloatingPointError(f"loss = {loss}")
            losses.append(float(loss))
    return losses
