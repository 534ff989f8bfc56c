"""
what: You never looked whether the loss is finite; inf and nan should raise FloatingPointError.
what.zh: 你没有检查损失是否有限；inf 和 nan 应抛出 FloatingPointError。
numbers: A training that diverges returns [..., inf, nan, nan], and costs as long as one that works.
numbers.zh: 发散的训练返回 [..., inf, nan, nan]，花的时间和正常训练一样长。
why: NumPy only warns, and goes on.
why.zh: NumPy 只警告，然后继续。
fix: Check `math.isfinite(loss)` in each epoch.
fix.zh: 每轮检查 `math.isfinite(loss)`。
fails: loss_not_finite_is_an_error, error_at_the_end_of_that_epoch
"""

import numpy as np


def _gradients(w1, w2, x, y):
    residual = np.atleast_1d(w1 * x + w2 - y)
    n = residual.size
    return 2 / n * np.dot(residual, np.broadcast_to(x, n)), 2 / n * residual.sum()


def _mse(nn, xs, ys):
    residual = nn.forward(xs) - ys
    return float(residual @ residual / residual.size)


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
    return losses
