r"""
what: You look at an epoch's loss only when the next epoch begins, so that nobody looks at the last one.
what.zh: 你在下一轮开始时才检查上一轮的损失，因此没有检查最后一轮的损失。
numbers: With epochs=1 and an error of 1e160, whose square is inf, [inf] is returned; with epochs=2 it is an error.
numbers.zh: epochs=1、误差为 1e160（平方为 inf）时返回了 [inf]；epochs=2 时才报错。
why: At the top of the loop the check stands before anything more is trained, and no epoch follows the last.
why.zh: 检查放在循环开头，的确挡住了后面的训练；但最后一轮之后没有下一轮。
fix: Check the loss at the end of its own epoch, where it is computed.
fix.zh: 在损失算出的那一轮末尾检查。
fails: loss_not_finite_is_an_error
"""

import math

import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        self.w1, self.w2 = np.random.default_rng(seed).standard_normal((2, 1))

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        error = self.forward(x) - y
        self.w1, self.w2 = (
            self.w1 - learning_rate * 2 * np.mean(error * x),
            self.w2 - learning_rate * 2 * np.mean(error),
        )


def train(nn, data, *, epochs, learning_rate):
    if not len(data):
        raise ValueError("there is no data")
    losses = []
    while len(losses) < epochs:
        if losses and not math.isfinite(losses[-1]):
            raise FloatingPointError("the loss of the epoch before is not finite")
        for x, y in data:
            nn.backward(x, y, learning_rate)
        errors = np.array([float(nn.forward(x)[0] - y) for x, y in data])
        losses.append(float(np.mean(errors**2)))
    return losses
