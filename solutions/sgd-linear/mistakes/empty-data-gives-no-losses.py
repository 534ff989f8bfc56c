"""
what: You returned [] for empty data; it should raise ValueError.
what.zh: 空数据时你返回了 []；应抛出 ValueError。
numbers: train(nn, [], epochs=3, learning_rate=0.1) gives [], as if nothing were wrong.
numbers.zh: train(nn, [], epochs=3, learning_rate=0.1) 给出 []，仿佛一切正常。
why: No data, no losses: it seems consistent, and hides the fault.
why.zh: 没有数据就没有损失：看似一致，却掩盖了错误。
fix: Raise ValueError.
fix.zh: 抛出 ValueError。
fails: empty_data_is_an_error
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
        diff = self.forward(x) - y
        grad_w1 = (2.0 * diff * x).mean()
        grad_w2 = (2.0 * diff).mean()
        self.w1 -= learning_rate * grad_w1
        self.w2 -= learning_rate * grad_w2


def train(nn, data, *, epochs, learning_rate):
    if not data:
        return []

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
