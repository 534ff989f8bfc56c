r"""
what: Your loss is the sum of the squared errors; it should be their mean.
what.zh: 你的损失是平方误差之和；应为均值。
numbers: From w1 = w2 = 0 on [(1, 3), (2, 5), (-1, 0)] at rate 0.1: it is n times too large: 0.178
  in place of 0.0594 for 3 samples.
numbers.zh: 从 w1 = w2 = 0 出发，数据 [(1, 3), (2, 5), (-1, 0)]，学习率 0.1：大了 n 倍：3 个样本时为 0.178 而不是 0.0594。
why: `residual @ residual` is the squared norm, and dividing was forgotten.
why.zh: `residual @ residual` 是范数的平方，忘了再除以个数。
fix: Divide by the number of samples.
fix.zh: 除以样本数。
fails: loss_after_each_epoch
line: \breturn\b.*\b(\w+)\s*@\s*\1\s*\)?\s*$|\b(?:np\.sum|sum|fsum)\((?!.*[/])(?=.*(?:\*\*\s*2|square))(?=.*forward)|\b\w*loss\w*\s*=.*\bsum\((?!.*/)
"""

import numpy as np


def _gradients(w1, w2, x, y):
    residual = np.atleast_1d(w1 * x + w2 - y)
    n = residual.size
    return 2 / n * np.dot(residual, np.broadcast_to(x, n)), 2 / n * residual.sum()


def _mse(nn, xs, ys):
    residual = nn.forward(xs) - ys
    return float(residual @ residual)


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
