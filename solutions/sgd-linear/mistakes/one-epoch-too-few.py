r"""
what: Your range starts at 1, so that one epoch is missing.
what.zh: 你的 range 从 1 开始，少了一轮。
numbers: epochs=3 trains 2 epochs and returns 2 losses; epochs=1 trains nothing.
numbers.zh: epochs=3 只训练 2 轮、返回 2 个损失；epochs=1 什么也不训练。
why: Epochs were to be counted from 1 for printing.
why.zh: 想让打印的轮次从 1 数起。
fix: Write `range(epochs)`, or `range(1, epochs + 1)`.
fix.zh: 写成 `range(epochs)` 或 `range(1, epochs + 1)`。
fails: trains_on_each_sample_in_order, one_loss_an_epoch
line: \brange\(\s*1\s*,\s*epochs\s*\)|\brange\(\s*epochs\s*-\s*1\s*\)
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
    for epoch in range(1, epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        loss = np.mean([(y - nn.forward(x)) ** 2 for x, y in data])
        if not np.isfinite(loss):
            raise FloatingPointError(f"loss is {loss} in epoch {epoch}")
        losses.append(float(loss))
    return losses
