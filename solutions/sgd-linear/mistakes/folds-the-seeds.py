"""
what: You fold the seed into fewer values, so that some seeds give the same weights.
what.zh: 你把种子折叠到较少的取值上，于是有些种子给出相同的权重。
numbers: Modulo 1000, seed=7 and seed=1007 are one network.
numbers.zh: 对 1000 取模时，seed=7 与 seed=1007 是同一个网络。
why: Some generators take small seeds only, and a remainder makes any seed small.
why.zh: 有的生成器只接受小种子，而取余数能把任何种子变小。
fix: Pass the seed on as it is: default_rng takes any int >= 0.
fix.zh: 把种子原样传入：default_rng 接受任何 >= 0 的 int。
fails: seed_decides_the_weights
"""

import numpy as np


class SimpleNeuralNetwork:
    """f(x) = w1 * x + w2."""

    def __init__(self, seed=None):
        rng = np.random.default_rng(None if seed is None else seed % 1000)
        self.w1 = rng.standard_normal(1)
        self.w2 = rng.standard_normal(1)

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        residual = self.forward(x) - y
        grad_w1 = 2 * np.mean(residual * x)
        grad_w2 = 2 * np.mean(residual)
        self.w1 = self.w1 - learning_rate * grad_w1
        self.w2 = self.w2 - learning_rate * grad_w2


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("there is no data to train on")
    losses = []
    for epoch in range(epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        loss = float(np.mean([(y - nn.forward(x)) ** 2 for x, y in data]))
        if not np.isfinite(loss):
            raise FloatingPointError(f"loss {loss} after epoch {epoch}")
        losses.append(loss)
    return losses
