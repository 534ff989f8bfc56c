"""np.random.RandomState, weights updated in place, the loss by a dot product."""

import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        state = np.random.RandomState(seed)
        self.w1 = state.randn(1)
        self.w2 = state.randn(1)

    def forward(self, x):
        return np.add(np.multiply(x, self.w1), self.w2)

    def backward(self, x, y, learning_rate):
        miss = self.forward(x) - y
        step1 = 2 * learning_rate * (miss * x).mean()
        step2 = 2 * learning_rate * miss.mean()
        self.w1 -= step1
        self.w2 -= step2


def train(nn, data, *, epochs, learning_rate):
    if not data:
        raise ValueError("no samples")
    inputs = np.array([x for x, _ in data], dtype=float)
    targets = np.array([y for _, y in data], dtype=float)
    losses = []
    for _ in range(epochs):
        for sample in data:
            nn.backward(*sample, learning_rate)
        miss = targets - nn.forward(inputs)
        losses.append(float(np.dot(miss, miss)) / len(data))
        if losses[-1] in (float("inf"), float("-inf")) or losses[-1] != losses[-1]:
            raise FloatingPointError("the training diverged")
    return losses
