r"""
what: You raised ValueError for a loss that is not finite; it should be FloatingPointError.
what.zh: 损失非有限时你抛出了 ValueError；应为 FloatingPointError。
numbers: `except FloatingPointError`, which a caller would retry at a lower rate on, does not catch
  it.
numbers.zh: 调用方会用 `except FloatingPointError` 捕获并降低学习率重试，它捕获不到 ValueError。
why: ValueError is what one raises by habit; but no argument was wrong here.
why.zh: 习惯上都抛 ValueError；但这里参数并没有错。
fix: Raise FloatingPointError.
fix.zh: 抛出 FloatingPointError。
fails: loss_not_finite_is_an_error, error_at_the_end_of_that_epoch
line: \braise\s+ValueError\(.*\b(?:loss|finite|diverge\w*|nan|inf)\b|\braise\s+(?:OverflowError|ArithmeticError|RuntimeError|ZeroDivisionError)\b
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
        if not np.isfinite(losses[-1]):
            raise ValueError(f"loss {losses[-1]} after {len(losses)} epochs")
    return losses
