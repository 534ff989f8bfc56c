# raises-overflow-error
import math

import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        rng = np.random.default_rng(seed)
        self.w1 = rng.standard_normal(1)
        self.w2 = rng.standard_normal(1)

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        error = self.forward(x) - y
        d1 = np.mean(2 * error * x)
        d2 = np.mean(2 * error)
        self.w1 = self.w1 - learning_rate * d1
        self.w2 = self.w2 - learning_rate * d2


def mean_squared_error(w1: float, w2: float, data) -> float:
    return sum((float(y) - (w1 * float(x) + w2)) ** 2 for x, y in data) / len(data)


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("data is empty")
    losses = []
    for _ in range(epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        loss = mean_squared_error(float(nn.w1[0]), float(nn.w2[0]), data)
        if not math.isfinite(loss):
            raise FloatingPointError("loss is not finite")
        losses.append(loss)
    return losses
