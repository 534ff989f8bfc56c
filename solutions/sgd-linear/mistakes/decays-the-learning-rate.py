r"""
what: You lowered the learning rate from epoch to epoch; it should stay as given.
what.zh: 你逐轮降低学习率；它应保持给定的值。
numbers: From w1 = w2 = 0 on [(1, 3), (2, 5), (-1, 0)] at rate 0.1: the first epoch is right; the
  second has half the rate: losses 0.0594, 0.0462, 0.0405 in place of 0.0594, 0.0363, 0.0300.
numbers.zh: 从 w1 = w2 = 0 出发，数据 [(1, 3), (2, 5), (-1, 0)]，学习率 0.1：第一轮正确；第二轮学习率只有一半：损失 0.0594、0.0462、0.0405，而不是 0.0594、0.0363、0.0300。
why: Robbins and Monro's convergence proof needs a decreasing rate, and many recipes have one.
why.zh: Robbins 与 Monro 的收敛证明需要递减的步长，许多做法也带有衰减。
fix: Pass `learning_rate` on as it is.
fix.zh: 原样传入 `learning_rate`。
fails: trains_on_each_sample_in_order
line: \blearning_rate\s*[*/]=|\blearning_rate\s*[*/]\s*(?:\(\s*1|\(\s*epoch|epoch|\w*decay|\w+\s*\*\*\s*\w*epoch)|\b(?:decay|0?\.\d+)\s*\*\*\s*\w*epoch
"""

import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        rng = np.random.default_rng(seed)
        self.w1 = rng.normal(size=1)
        self.w2 = rng.normal(size=1)

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        error = y - self.forward(x)
        dw1 = np.mean(-2 * x * error)
        dw2 = np.mean(-2 * error)
        self.w1 = self.w1 - learning_rate * dw1
        self.w2 = self.w2 - learning_rate * dw2


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("data is empty")
    losses = []
    for epoch in range(epochs):
        rate = learning_rate / (1 + epoch)
        for x, y in data:
            nn.backward(x, y, rate)
        loss = np.mean([(y - nn.forward(x)) ** 2 for x, y in data])
        if not np.isfinite(loss):
            raise FloatingPointError(f"loss is {loss} in epoch {epoch}")
        losses.append(float(loss))
    return losses
