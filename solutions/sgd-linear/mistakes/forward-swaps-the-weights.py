r"""
what: You multiplied by w2 and added w1; the network is w1 * x + w2.
what.zh: 你乘了 w2、加了 w1；网络应为 w1 * x + w2。
numbers: With w1 = 2, w2 = 1, forward(3.0) is 5 in place of 7.
numbers.zh: w1 = 2、w2 = 1 时，forward(3.0) 得到 5 而不是 7。
why: From y = a + b * x the first coefficient is remembered as the constant.
why.zh: 由 y = a + b * x 记成了第一个系数是常数项。
fix: Write `self.w1 * x + self.w2`.
fix.zh: 写成 `self.w1 * x + self.w2`。
fails: forward_of_a_number, forward_of_an_array, loss_after_each_epoch
line: \bw2\s*\*\s*x\b|\bx\s*\*\s*(?:self\.)?w2\b|\bmultiply\(\s*(?:self\.w2\s*,\s*x|x\s*,\s*self\.w2)\b
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
        return self.w2 * x + self.w1

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
