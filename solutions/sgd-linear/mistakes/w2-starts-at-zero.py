r"""
what: Your w2 starts at 0; it should be a draw of its own from a standard normal.
what.zh: 你的 w2 从 0 开始；它也应取自标准正态分布。
numbers: The variance of w2 over seeds is 0 in place of 1.
numbers.zh: w2 在各种子上的方差是 0 而不是 1。
why: w2 is what others call the bias, and biases are usually started at zero.
why.zh: w2 就是通常所说的偏置，而偏置一般从零开始。
fix: Draw w2 as you draw w1, from the same generator.
fix.zh: 像 w1 一样，从同一个生成器抽取 w2。
fails: two_standard_normal_draws
line: \bself\.w2\s*=\s*(?:np\.)?zeros(?:_like)?\(|\bself\.w1\s*,\s*self\.w2\s*=[^,]*,\s*(?:np\.)?zeros\(|\bself\.w2\s*=\s*(?:np\.array\(\s*)?\[?\s*0(?:\.0*)?(?![\d.])(?!\s*\*)
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
        self.w1 = np.random.default_rng(seed).standard_normal(1)
        self.w2 = np.zeros(1)

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
