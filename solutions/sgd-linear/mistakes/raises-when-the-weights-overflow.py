r"""
what: You ended an epoch in its middle, when a number overflowed; all of its steps are taken, and
  the error is due at its end.
what.zh: 一有数值溢出你就中途结束了该轮；这一轮的步都要走完，到结束时才抛出异常。
numbers: The epoch's other steps are not taken: the weights are left at inf in place of nan, and the
  check costs time at each step.
numbers.zh: 该轮其余的步没有走：权重停在 inf 而不是 nan，而且每一步都要花时间检查。
why: Weights that overflowed never come back, so why go on.
why.zh: 权重溢出后不会恢复，何必继续。
fix: Check the loss once, after the epoch's steps.
fix.zh: 在该轮走完步之后检查一次损失。
fails: error_at_the_end_of_that_epoch
line: \b(?:isfinite|isnan|isinf)\(.*\bw[12]\b
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
            if not np.isfinite(nn.w1 + nn.w2).all():
                raise FloatingPointError(f"weights overflow in epoch {len(losses)}")
        losses.append(_mse(nn, xs, ys))
        if not np.isfinite(losses[-1]):
            raise FloatingPointError(f"loss {losses[-1]} after {len(losses)} epochs")
    return losses
