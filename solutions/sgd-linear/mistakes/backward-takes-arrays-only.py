r"""
what: Your backward needs `len(x)`, so it raises TypeError for a number.
what.zh: 你的 backward 用了 `len(x)`，对单个数会抛出 TypeError。
numbers: backward(3.0, 5.0, 0.1) raises "object of type 'float' has no len()".
numbers.zh: backward(3.0, 5.0, 0.1) 抛出 "object of type 'float' has no len()"。
why: A batch was thought of, and a sample is a batch of one; but it is given as a number.
why.zh: 心里想的是批次，单个样本就是大小为 1 的批次；但它是以数的形式给出的。
fix: Use `np.mean`, which takes both, or `np.atleast_1d(x)` first.
fix.zh: 使用两者都接受的 `np.mean`，或先做 `np.atleast_1d(x)`。
fails: backward_of_one_sample, both_gradients_at_the_old_weights, backward_keeps_the_weights_form
crashes: yes
line: \bbackward\(\s*(?:\w+\[[^\],]*:[^\],]*\]|\[|(?:np\.)?(?:array|asarray|atleast_1d)\()|/\s*len\(\s*[xy]\s*\)
"""

import numpy as np


def _gradients(w1, w2, x, y):
    n = len(x)
    residual = w1 * x + w2 - y
    return 2 / n * np.dot(residual, x), 2 / n * residual.sum()


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
        for i in range(len(xs)):
            nn.backward(xs[i : i + 1], ys[i : i + 1], learning_rate)
        losses.append(_mse(nn, xs, ys))
        if not np.isfinite(losses[-1]):
            raise FloatingPointError(f"loss {losses[-1]} after {len(losses)} epochs")
    return losses
