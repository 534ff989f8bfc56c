r"""
what: You drew weights without the seed: two networks with the same seed have different weights.
what.zh: 你抽取权重时没有用种子：相同种子的两个网络权重不同。
numbers: SimpleNeuralNetwork(seed=0) gives another pair of weights on every call.
numbers.zh: SimpleNeuralNetwork(seed=0) 每次调用都给出另一组权重。
why: `default_rng()` was written first, the parameter added later and not passed on.
why.zh: 先写了 `default_rng()`，后来加上参数却忘了传进去。
fix: Write `np.random.default_rng(seed)`.
fix.zh: 写成 `np.random.default_rng(seed)`。
fails: seed_decides_the_weights
line: =\s*(?:[\w.]*\.)?(?:default_rng|RandomState|Random)\(\s*(?:None\s*)?\)(?!\s*if\b)|\bGenerator\(\s*(?:np\.random\.)?PCG64\(\s*\)
"""

import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        rng = np.random.default_rng()
        self.w1 = rng.normal(size=1)
        self.w2 = rng.normal(size=1)

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        error = y - self.forward(x)
        dw1 = np.mean(-2 * x * error)
        dw2 = np.mean(-2 * error)
        self.w1 = self.w1 - learning_rate * dw1
        self.w2 = self.w2 - learning_rate * dw2


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("data is empty")
    losses = []
    for epoch in range(epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        loss = np.mean([(y - nn.forward(x)) ** 2 for x, y in data])
        if not np.isfinite(loss):
            raise FloatingPointError(f"loss is {loss} in epoch {epoch}")
        losses.append(float(loss))
    return losses
