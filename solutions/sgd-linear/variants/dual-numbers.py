"""Forward-mode differentiation: a step follows the loss's derivatives, carried along as dual numbers."""

import math
from statistics import NormalDist

import numpy as np


class Dual:
    """A value with its derivatives by w1 and w2."""

    def __init__(self, value, by_w1=0.0, by_w2=0.0):
        self.value, self.slopes = value, (by_w1, by_w2)

    def __add__(self, other):
        return Dual(self.value + other.value, *(a + b for a, b in zip(self.slopes, other.slopes)))

    def __mul__(self, other):
        pairs = zip(self.slopes, other.slopes)
        return Dual(self.value * other.value, *(a * other.value + self.value * b for a, b in pairs))


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        first, second = NormalDist().samples(2, seed=seed)
        self.w1, self.w2 = np.array([first]), np.array([second])

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        w1, w2 = Dual(float(self.w1[0]), 1.0, 0.0), Dual(float(self.w2[0]), 0.0, 1.0)
        total = Dual(0.0)
        count = 0
        for xi, yi in zip(np.atleast_1d(x).tolist(), np.atleast_1d(y).tolist()):
            error = w1 * Dual(xi) + w2 + Dual(-yi)
            total = total + error * error
            count += 1
        by_w1, by_w2 = total.slopes
        self.w1 = self.w1 - learning_rate * by_w1 / count
        self.w2 = self.w2 - learning_rate * by_w2 / count


def train(nn, data, *, epochs, learning_rate):
    if not data:
        raise ValueError("data is empty")
    losses = []
    for _ in range(epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        errors = [y - nn.forward(x).item() for x, y in data]
        loss = sum(e * e for e in errors) / len(errors)
        if math.isinf(loss) or math.isnan(loss):
            raise FloatingPointError("the loss is no longer finite")
        losses.append(loss)
    return losses
