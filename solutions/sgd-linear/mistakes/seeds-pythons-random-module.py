"""
what: You seed Python's random module, and draw from it without a seed too: after a network with a
  seed the next one without has always the same weights.
what.zh: 你给 Python 的 random 模块设种子，不给种子时也从中抽取：给了种子的网络之后，下一个不给种子的网络权重总是相同。
numbers: SimpleNeuralNetwork(seed=1), then SimpleNeuralNetwork(): the second one's w1 is 0.0663 each
  time.
numbers.zh: 先 SimpleNeuralNetwork(seed=1)，再 SimpleNeuralNetwork()：后者的 w1 每次都是 0.0663。
why: NumPy's global state is left alone; that random has one as well was overlooked.
why.zh: 没有动 NumPy 的全局状态，却忽略了 random 也有一个。
fix: Draw from a generator of your own, `random.Random(seed)` or `np.random.default_rng(seed)`.
fix.zh: 从自己的生成器抽取：`random.Random(seed)` 或 `np.random.default_rng(seed)`。
fails: seed_decides_the_weights
"""

import random

import numpy as np


class SimpleNeuralNetwork:
    """f(x) = w1 * x + w2."""

    def __init__(self, seed=None):
        if seed is not None:
            random.seed(seed)
        self.w1 = np.array([random.gauss(0.0, 1.0)])
        self.w2 = np.array([random.gauss(0.0, 1.0)])

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        residual = self.forward(x) - y
        grad_w1 = 2 * np.mean(residual * x)
        grad_w2 = 2 * np.mean(residual)
        self.w1 = self.w1 - learning_rate * grad_w1
        self.w2 = self.w2 - learning_rate * grad_w2


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
