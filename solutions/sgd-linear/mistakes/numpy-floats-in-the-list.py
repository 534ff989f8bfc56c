"""
what: Your losses are NumPy float64 scalars; they should be plain floats.
what.zh: 你的损失是 NumPy float64 标量；应为普通 float。
numbers: `type(losses[0])` is numpy.float64: it prints as np.float64(0.0594…), and msgpack refuses
  it.
numbers.zh: `type(losses[0])` 是 numpy.float64：打印成 np.float64(0.0594…)，msgpack 也拒收。
why: `np.mean` gives a NumPy scalar, which looks like a float until its type matters.
why.zh: `np.mean` 给出 NumPy 标量，在类型要紧之前看起来就像 float。
fix: Append `float(loss)`.
fix.zh: 追加 `float(loss)`。
fails: losses_are_a_list_of_floats
"""

import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        rng = np.random.default_rng(seed)
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
        losses.append(loss)
    return losses
