r"""
what: Your loss is half the mean squared error; the 1/2 does not belong here.
what.zh: 你的损失是均方误差的一半；这里没有 1/2。
numbers: From w1 = w2 = 0 on [(1, 3), (2, 5), (-1, 0)] at rate 0.1: each loss is half as large:
  0.0297 in place of 0.0594.
numbers.zh: 从 w1 = w2 = 0 出发，数据 [(1, 3), (2, 5), (-1, 0)]，学习率 0.1：每个损失都小了一半：0.0297 而不是 0.0594。
why: Textbooks put the 1/2 there so that the gradient has no factor 2.
why.zh: 教材加上 1/2 是为了让梯度没有系数 2。
fix: Leave the 0.5 out.
fix.zh: 去掉 0.5。
fails: loss_after_each_epoch
line: \b0?\.5\s*\*.*(?:\*\*\s*2|square|mean|mse|loss|sum|dot\(|@)|\*\*\s*2\s*\)\.mean\(\s*\)\s*/\s*2\b|\bmean\(.*\)\s*/\s*2(?:\.0*)?\b|/\s*\(\s*2(?:\.0*)?\s*\*\s*(?:len|n\b)
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
        mse = float(0.5 * ((nn.forward(inputs) - targets) ** 2).mean())
        if not math.isfinite(mse):
            raise FloatingPointError("training diverged")
        history.append(mse)
    return history
