r"""
what: You squared the mean of the errors; the loss is the mean of their squares.
what.zh: 你对误差的均值取平方；应为平方的均值。
numbers: From w1 = w2 = 0 on [(1, 3), (2, 5), (-1, 0)] at rate 0.1: errors of different sign cancel:
  1.1e-8 in place of 0.0300 in the third epoch.
numbers.zh: 从 w1 = w2 = 0 出发，数据 [(1, 3), (2, 5), (-1, 0)]，学习率 0.1：异号的误差互相抵消：第三轮得到 1.1e-8 而不是 0.0300。
why: A parenthesis in the wrong place.
why.zh: 括号放错了位置。
fix: Write `((prediction - y) ** 2).mean()`.
fix.zh: 写成 `((prediction - y) ** 2).mean()`。
fails: loss_after_each_epoch
line: \bmean\((?:[^()]|\([^()]*\))*\)\s*\*\*\s*2|\bsquare\(\s*(?:np\.)?(?:mean|average)\(
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
        raise ValueError("no data to train on")

    inputs = np.array([pair[0] for pair in data], dtype=float)
    targets = np.array([pair[1] for pair in data], dtype=float)

    history = []
    for _ in range(epochs):
        for i in range(len(data)):
            nn.backward(inputs[i], targets[i], learning_rate)
        mse = float((nn.forward(inputs) - targets).mean() ** 2)
        if not math.isfinite(mse):
            raise FloatingPointError("training diverged")
        history.append(mse)
    return history
