"""
what: You divide the sums by a little more than n; the mean divides by n.
what.zh: 你把总和除以比 n 略大的数；均值应除以 n。
numbers: With n + 1e-6 the gradients are too small by 1e-6 of their size for one sample, by 1e-8 for 100.
numbers.zh: 除以 n + 1e-6：单个样本时梯度小了 1e-6（相对值），100 个样本时小了 1e-8。
why: A small number in the divisor guards against a division by zero, which can't happen here.
why.zh: 除数里加个小数是为了防止除以零，而这里不可能发生。
fix: Divide by n, or use np.mean.
fix.zh: 除以 n，或用 np.mean。
fails: backward_of_one_sample, backward_averages_over_the_samples
"""

import numpy as np


class SimpleNeuralNetwork:
    """f(x) = w1 * x + w2."""

    def __init__(self, seed=None):
        rng = np.random.default_rng(seed)
        self.w1 = rng.standard_normal(1)
        self.w2 = rng.standard_normal(1)

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        residual = self.forward(x) - y
        n = np.size(residual) + 1e-6
        self.w1 = self.w1 - learning_rate * 2 * np.sum(residual * x) / n
        self.w2 = self.w2 - learning_rate * 2 * np.sum(residual) / n


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("there is no data to train on")
    losses = []
    for epoch in range(epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        loss = float(np.mean([(y - nn.forward(x)) ** 2 for x, y in data]))
        if not np.isfinite(loss):
            raise FloatingPointError(f"loss {loss} after epoch {epoch}")
        losses.append(loss)
    return losses
