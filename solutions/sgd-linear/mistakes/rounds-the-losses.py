r"""
what: You rounded the losses; they should be given in full.
what.zh: 你把损失四舍五入了；应原样给出。
numbers: To 4 digits: 0.0594 in place of 0.05941...; losses below 5e-5 become 0.
numbers.zh: 取 4 位小数时得到 0.0594 而不是 0.05941…；小于 5e-5 的损失变成 0。
why: They were rounded to be printed.
why.zh: 为了打印才四舍五入。
fix: Round where you print, not in what you return.
fix.zh: 只在打印时四舍五入，返回值不要动。
fails: loss_after_each_epoch
line: \bround\(
"""

import numpy as np


def _gradients(w1, w2, x, y):
    residual = np.atleast_1d(w1 * x + w2 - y)
    n = residual.size
    return 2 / n * np.dot(residual, np.broadcast_to(x, n)), 2 / n * residual.sum()


def _mse(nn, xs, ys):
    residual = nn.forward(xs) - ys
    return round(float(residual @ residual / residual.size), 4)


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        self.w1, self.w2 = np.random.default_rng(seed).standard_normal((2, 1))

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        g1, g2 = _gradients(self.w1, self.w2, x, y)
        self.w1, self.w2 = self.w1 - learning_rate * g1, self.w2 - learning_rate * g2


def train(nn, data, *, epochs, learning_rate):
    if not len(data):
        raise ValueError("train needs at least one sample")
    xs, ys = (np.asarray(column, dtype=np.float64) for column in zip(*data))
    losses = []
    while len(losses) < epochs:
        for x, y in zip(xs, ys):
            nn.backward(x, y, learning_rate)
        losses.append(_mse(nn, xs, ys))
        if not np.isfinite(losses[-1]):
            raise FloatingPointError(f"loss {losses[-1]} after {len(losses)} epochs")
    return losses
