"""train never calls backward: scalars inside an epoch, the weights' arrays filled at its end."""

import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        sequence = np.random.SeedSequence(seed)
        rng = np.random.Generator(np.random.SFC64(sequence))
        # Box and Muller's transform of two uniform draws.
        radius = np.sqrt(-2.0 * np.log1p(-rng.random()))
        angle = 2.0 * np.pi * rng.random()
        self.w1 = np.full(1, radius * np.cos(angle))
        self.w2 = np.full(1, radius * np.sin(angle))

    def forward(self, x):
        if np.isscalar(x):
            return np.array([self.w1[0] * x + self.w2[0]])
        return np.array([self.w1[0] * value + self.w2[0] for value in x])

    def backward(self, x, y, learning_rate):
        if np.isscalar(x):
            x, y = [x], [y]
        n = len(x)
        g1 = sum(2 * (self.w1[0] * xi + self.w2[0] - yi) * xi for xi, yi in zip(x, y)) / n
        g2 = sum(2 * (self.w1[0] * xi + self.w2[0] - yi) for xi, yi in zip(x, y)) / n
        self.w1[0] -= learning_rate * g1
        self.w2[0] -= learning_rate * g2


def train(nn, data, *, epochs, learning_rate):
    n = len(data)
    if n == 0:
        raise ValueError("data is empty")
    losses = []
    for epoch in range(epochs):
        w1, w2 = nn.w1[0], nn.w2[0]
        for x, y in data:
            residual = y - (w1 * x + w2)
            w1 += learning_rate * 2 * residual * x
            w2 += learning_rate * 2 * residual
        nn.w1[0], nn.w2[0] = w1, w2
        total = 0.0
        for x, y in data:
            residual = y - (w1 * x + w2)
            total += residual * residual
        losses.append(float(total / n))
        if not np.isfinite(losses[epoch]):
            raise FloatingPointError(f"losses[{epoch}] is {losses[epoch]}")
    return losses
