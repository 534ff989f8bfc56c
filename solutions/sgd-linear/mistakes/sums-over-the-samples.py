r"""
what: You summed the gradient over the samples; it should be their mean.
what.zh: 你把梯度在样本上求和；应取均值。
numbers: A step on n samples is n times too long: on 3 samples w1 goes from 2 to 2.6 in place of
  2.2. One sample at a time it is right.
numbers.zh: n 个样本的一步长了 n 倍：3 个样本时 w1 从 2 走到 2.6 而不是 2.2。每次一个样本时则正确。
why: The gradient of the summed loss is just as common in texts.
why.zh: 教材里求和形式的损失同样常见。
fix: Replace `np.sum` by `np.mean`.
fix.zh: 把 `np.sum` 换成 `np.mean`。
fails: backward_averages_over_the_samples
line: \b(?:np\.)?sum\(\s*-?\s*2(?:\.0*)?\s*\*(?!.*/)|\b(?:dw|d_w|grad|g)_?\w*\s*=\s*-?\s*(?:2(?:\.0*)?\s*\*\s*)?(?:np\.)?sum\((?!.*/)(?!.*keepdims)|=\s*-?\s*2(?:\.0*)?\s*\*\s*\(.*\)\.sum\(\s*\)\s*$
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
        dw1 = np.sum(-2 * x * error)
        dw2 = np.sum(-2 * error)
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
