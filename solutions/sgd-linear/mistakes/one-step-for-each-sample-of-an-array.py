r"""
what: You took one step for each sample of an array; backward takes a single step, along the mean
  gradient.
what.zh: 对数组你逐个样本各走了一步；backward 应只沿平均梯度走一步。
numbers: On x = [1, 2, 3], y = [2, 4, 9] from (2, 1) at rate 0.1 the weights become (3.66, 1.39) in
  place of (2.2, 1.0).
numbers.zh: x = [1, 2, 3]、y = [2, 4, 9]，从 (2, 1) 出发、学习率 0.1：权重变为 (3.66, 1.39) 而不是 (2.2, 1.0)。
why: The network is called stochastic, one sample a step; that loop is the one in train.
why.zh: 既然叫随机梯度下降，就以为总是一个样本一步；那个循环属于 train。
fix: Compute the mean of the gradients over the array and step once.
fix.zh: 在数组上求梯度的均值，只走一步。
fails: backward_averages_over_the_samples, both_gradients_at_the_old_weights
line: \bzip\(\s*(?:np\.)?(?:atleast_1d|ravel|asarray|array)\(\s*x\s*\)\s*,|^\s*self\.w1\s*(?:-=|=\s*self\.w1\s*-).*\*\s*x_?i\b
"""

import math

import numpy as np


class SimpleNeuralNetwork:
    """y = w1 * x + w2, updated in place."""

    def __init__(self, seed=None):
        random_state = np.random.RandomState(seed)
        self.w1 = random_state.randn(1)
        self.w2 = random_state.randn(1)

    def forward(self, x):
        return np.add(np.multiply(self.w1, x), self.w2)

    def backward(self, x, y, learning_rate):
        for x_i, y_i in zip(np.atleast_1d(x), np.atleast_1d(y)):
            diff = self.forward(x_i) - y_i
            self.w1 -= learning_rate * 2.0 * diff * x_i
            self.w2 -= learning_rate * 2.0 * diff


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
