r"""
what: You drew the weights from a uniform distribution; they should be standard normal.
what.zh: 你从均匀分布抽取权重；应取自标准正态分布。
numbers: On [0, 1): mean 0.5 and variance 1/12 in place of 0 and 1; no weight is ever negative.
numbers.zh: 在 [0, 1) 上：均值 0.5、方差 1/12，而不是 0 和 1；权重永远不会是负数。
why: `rand` and `randn` are one letter apart; `random()` is the first thing that comes up.
why.zh: `rand` 与 `randn` 只差一个字母；`random()` 又最容易想到。
fix: Draw with `randn(1)` or `standard_normal(1)`.
fix.zh: 用 `randn(1)` 或 `standard_normal(1)` 抽取。
fails: two_standard_normal_draws
line: \bself\.w[12]\b.*\b(?:rand|random|uniform|random_sample)\(
"""

import math

import numpy as np


class SimpleNeuralNetwork:
    """y = w1 * x + w2, updated in place."""

    def __init__(self, seed=None):
        random_state = np.random.RandomState(seed)
        self.w1 = random_state.rand(1)
        self.w2 = random_state.rand(1)

    def forward(self, x):
        return np.add(np.multiply(self.w1, x), self.w2)

    def backward(self, x, y, learning_rate):
        diff = self.forward(x) - y
        grad_w1 = (2.0 * diff * x).mean()
        grad_w2 = (2.0 * diff).mean()
        self.w1 -= learning_rate * grad_w1
        self.w2 -= learning_rate * grad_w2


def train(nn, data, *, epochs, learning_rate):
    if not data:
        raise ValueError("no data to train on")

    inputs = np.array([pair[0] for pair in data], dtype=float)
    targets = np.array([pair[1] for pair in data], dtype=float)

    history = []
    for _ in range(epochs):
        for i in range(len(data)):
            nn.backward(inputs[i], targets[i], learning_rate)
        mse = float(((nn.forward(inputs) - targets) ** 2).mean())
        if not math.isfinite(mse):
            raise FloatingPointError("training diverged")
        history.append(mse)
    return history
