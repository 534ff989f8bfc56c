r"""
what: You multiplied the gradient of w2 by x; w2 is added, so it is mean(2 * residual) alone.
what.zh: w2 的梯度多乘了 x；w2 是加上去的，其梯度只是 mean(2 * residual)。
numbers: From w1 = 2, w2 = 1 on (3, 5) at rate 0.1, w2 becomes -0.2 in place of 0.6.
numbers.zh: 从 w1 = 2、w2 = 1 出发，样本 (3, 5)，学习率 0.1：w2 变为 -0.2 而不是 0.6。
why: The line for w1 was copied.
why.zh: 复制了 w1 的那一行。
fix: Leave x out of the gradient of w2.
fix.zh: w2 的梯度里不要乘 x。
fails: backward_of_one_sample, backward_averages_over_the_samples
line: ^\s*(?:self\.)?\w*2\w*\s*-?=[^,]*(?:\*\s*x\b|\bx\s*\*)|\breturn\b.*,\s*[^,]*\*\s*x\s*\)(?:\.(?:sum|mean)\(\s*\))?\s*$
"""

import numpy as np


def _gradients(w1, w2, x, y):
    residual = np.atleast_1d(w1 * x + w2 - y)
    n = residual.size
    return 2 / n * np.dot(residual, np.broadcast_to(x, n)), 2 / n * (residual * x).sum()


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
            raise FloatingPointError(f"loss {losses[-1]} after {len(losses)} epochs")
    return losses
