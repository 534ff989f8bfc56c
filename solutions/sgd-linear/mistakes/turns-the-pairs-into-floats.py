"""
what: You turn the numbers into floats in the caller's own lists; data should be left as it is.
what.zh: 你在调用方自己的列表里把数转成了 float；data 应保持不变。
numbers: After train the pair [1, 2] reads [1.0, 2.0]; tuples are left alone.
numbers.zh: train 之后，数对 [1, 2] 变成 [1.0, 2.0]；元组不受影响。
why: The numbers stay equal, so that it did not look like a change.
why.zh: 数值仍然相等，看上去不像改变。
fix: Make a list of your own, `[(float(x), float(y)) for x, y in data]`.
fix.zh: 另建一个列表：`[(float(x), float(y)) for x, y in data]`。
fails: arguments_are_left_alone
"""

import numpy as np


class SimpleNeuralNetwork:
    """f(x) = w1 * x + w2."""

    def __init__(self, seed=None):
        rng = np.random.default_rng(seed)
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
    for pair in data:
        if isinstance(pair, list):
            pair[:] = map(float, pair)
    losses = []
    for epoch in range(epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        loss = float(np.mean([(y - nn.forward(x)) ** 2 for x, y in data]))
        if not np.isfinite(loss):
            raise FloatingPointError(f"loss {loss} after epoch {epoch}")
        losses.append(loss)
    return losses
