"""
what: You have no check for empty data; it should raise ValueError.
what.zh: 你没有检查空数据；应抛出 ValueError。
numbers: The mean of no losses is nan: FloatingPointError and a RuntimeWarning in place of
  ValueError.
numbers.zh: 空序列的均值是 nan：抛出 FloatingPointError 并有 RuntimeWarning，而不是 ValueError。
why: Nobody trains on nothing on purpose; it comes from a filter that let nothing through.
why.zh: 没人会故意用空数据训练；多半是筛选把数据全滤掉了。
fix: Begin with `if len(data) == 0: raise ValueError(...)`.
fix.zh: 开头写 `if len(data) == 0: raise ValueError(...)`。
fails: empty_data_is_an_error
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
    losses = []
    for epoch in range(epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        loss = np.mean([(y - nn.forward(x)) ** 2 for x, y in data])
        if not np.isfinite(loss):
            raise FloatingPointError(f"loss is {loss} in epoch {epoch}")
        losses.append(float(loss))
    return losses
