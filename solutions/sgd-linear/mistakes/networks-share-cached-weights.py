r"""
what: You cached the drawn arrays by seed and then trained them in place: the next network with that
  seed starts trained.
what.zh: 你按种子缓存了抽到的数组，又就地训练它们：下一个同种子的网络一开始就是训练过的。
numbers: After one network with seed=5 takes a step, a new one with seed=5 begins at the moved
  weights.
numbers.zh: 一个 seed=5 的网络走一步之后，新建的 seed=5 的网络就从移动后的权重开始。
why: A cache promises that the same seed gives the same weights, and it gives the very same arrays.
why.zh: 缓存保证同一种子得到同样的权重，但给出的是同一批数组。
fix: Draw afresh in each `__init__`; or copy, or replace the weights rather than update them in
  place.
fix.zh: 在每个 `__init__` 中重新抽取；或复制，或用新数组替换权重而不就地更新。
fails: seed_decides_the_weights
line: \blru_cache\b|\bfunctools\.cache\b|^\s*@cache\b|\b\w*(?:cache|memo)\w*\s*(?:\[|=\s*\{|=\s*dict\()|\.setdefault\(\s*seed
"""

import functools
import math

import numpy as np


@functools.lru_cache(maxsize=None)
def _draw(seed):
    return np.random.RandomState(seed).randn(2, 1)


class SimpleNeuralNetwork:
    """y = w1 * x + w2, updated in place."""

    def __init__(self, seed=None):
        # The same seed gives the same weights
        self.w1, self.w2 = _draw(seed) if seed is not None else np.random.RandomState().randn(2, 1)

    def forward(self, x):
        return np.add(np.multiply(self.w1, x), self.w2)

    def backward(self, x, y, learning_rate):
        diff = self.forward(x) - y
        grad_w1 = (2.0 * diff * x).mean()
        grad_w2 = (2.0 * diff).mean()
        self.w1 -= learning_rate * grad_w1
        self.w2 -= learning_rate * grad_w2


def train(nn, data, *, epochs, learning_rate):
    if not data:
        raise ValueError("no data to train on")

    inputs = np.array([pair[0] for pair in data], dtype=float)
    targets = np.array([pair[1] for pair in data], dtype=float)

    history = []
    for _ in range(epochs):
        for i in range(len(data)):
            nn.backward(inputs[i], targets[i], learning_rate)
        mse = float(((nn.forward(inputs) - targets) ** 2).mean())
        if not math.isfinite(mse):
            raise FloatingPointError("training diverged")
        history.append(mse)
    return history
