r"""
what: Your backward returns the loss; it should return None.
what.zh: 你的 backward 返回了损失；应返回 None。
numbers: backward(3.0, 5.0, 0.1) gives 4.0, the loss before the step.
numbers.zh: backward(3.0, 5.0, 0.1) 返回 4.0，即走步之前的损失。
why: A training step that reports its loss is handy for a progress bar.
why.zh: 训练步顺便返回损失，便于显示进度。
fix: Leave the return out.
fix.zh: 去掉 return。
fails: backward_keeps_the_weights_form
line: \breturn\b.*\bmean\(\s*(?:\w+\s*\*\*\s*2|(?:np\.)?square\(\s*\w+\s*\)|(\w+)\s*\*\s*\1)\s*\)
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
        return float(np.mean(error**2))


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
