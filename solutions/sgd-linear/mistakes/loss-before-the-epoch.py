"""
what: You measured the loss before the epoch's steps; it should be measured after them.
what.zh: 你在该轮走步之前测量损失；应在之后测量。
numbers: From w1 = w2 = 0 on [(1, 3), (2, 5), (-1, 0)] at rate 0.1: the losses are those of one
  epoch earlier: 11.3, 0.0594, 0.0363 in place of 0.0594, 0.0363, 0.0300.
numbers.zh: 从 w1 = w2 = 0 出发，数据 [(1, 3), (2, 5), (-1, 0)]，学习率 0.1：损失都早了一轮：11.3、0.0594、0.0363，而不是 0.0594、0.0363、0.0300。
why: Forward, loss, backward is the order of a training step.
why.zh: 前向、损失、反向是训练步的顺序。
fix: Compute the loss after the loop over the samples.
fix.zh: 在样本循环之后计算损失。
fails: loss_after_each_epoch, error_at_the_end_of_that_epoch
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
        mse = float(((nn.forward(inputs) - targets) ** 2).mean())
        for i in range(len(data)):
            nn.backward(inputs[i], targets[i], learning_rate)
        if not math.isfinite(mse):
            raise FloatingPointError("training diverged")
        history.append(mse)
    return history
