r"""
what: You took seed=0 for no seed: two networks with seed=0 have different weights.
what.zh: 你把 seed=0 当成没有种子：两个 seed=0 的网络权重不同。
numbers: Every other seed works; 0, the seed that people try first, gives other weights on each
  call.
numbers.zh: 其他种子都正常；而人们最先试的 0，每次都给出不同的权重。
why: `if seed:` is false for None, and for 0 as well.
why.zh: `if seed:` 对 None 为假，对 0 也为假。
fix: Write `if seed is not None:`, or pass the seed on as it is.
fix.zh: 写成 `if seed is not None:`，或把 seed 原样传入。
fails: seed_decides_the_weights
line: \bif\s+(?:not\s+)?seed\s*(?::|else\b)|\bseed\s+or\s+(?!\d)|\bseed\s+and\b
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
        rng = np.random.default_rng(seed) if seed else np.random.default_rng()
        self.w1, self.w2 = rng.standard_normal((2, 1))

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
