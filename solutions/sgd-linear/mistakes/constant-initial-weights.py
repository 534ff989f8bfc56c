r"""
what: Your weights begin at a constant; they should be drawn from a standard normal distribution.
what.zh: 你的权重从常数开始；应从标准正态分布抽取。
numbers: Every network has the same weights, whatever its seed: the variance over seeds is 0 in place
  of 1.
numbers.zh: 无论种子是什么，每个网络的权重都一样：在各种子上的方差是 0 而不是 1。
why: A network this small trains from zeros as well; a larger one would not, all its units being alike.
why.zh: 这么小的网络从零开始也能训练；更大的网络则不行，因为所有单元都一样。
fix: Draw both: `rng = np.random.default_rng(seed)`, then `rng.standard_normal(1)` twice.
fix.zh: 两个权重都要抽取：`rng = np.random.default_rng(seed)`，再调用两次 `rng.standard_normal(1)`。
fails: two_standard_normal_draws, seed_decides_the_weights
line: \bself\.w[12]\s*(?::[^=]*)?=\s*(?:np\.)?(?:zeros|ones)\(|\bself\.w[12]\s*(?::[^=]*)?=\s*(?:np\.)?full\([^,]*,(?:\s*\),)?\s*-?\d|\bself\.w[12]\s*(?::[^=]*)?=\s*np\.array\(\[\s*-?\d
"""

import math

import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        self.w1 = np.zeros(1)
        self.w2 = np.zeros(1)

    def forward(self, x):
        return np.multiply(x, self.w1) + self.w2

    def backward(self, x, y, learning_rate):
        x, y = np.atleast_1d(np.asarray(x, float)), np.atleast_1d(np.asarray(y, float))
        residuals = y - self.forward(x)
        step = learning_rate * 2.0 / len(x)
        self.w1, self.w2 = (
            self.w1 + step * np.dot(residuals, x),
            self.w2 + step * residuals.sum(),
        )


def train(nn, data, *, epochs, learning_rate):
    if not data:
        raise ValueError("data is empty")
    losses = []
    for _ in range(epochs):
        for x, y in data:
            nn.backward(float(x), float(y), learning_rate)
        errors = [float(y) - float(nn.forward(float(x))[0]) for x, y in data]
        loss = sum(e * e for e in errors) / len(errors)
        if not math.isfinite(loss):
            raise FloatingPointError(loss)
        losses.append(loss)
    return losses
