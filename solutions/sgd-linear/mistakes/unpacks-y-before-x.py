r"""
what: You unpacked each pair as (y, x); it is (x, y).
what.zh: 你把每对解包成 (y, x)；应为 (x, y)。
numbers: The network is trained to predict x from y: on [(1, 3), (2, 5), (-1, 0)] the losses grow,
  18.7, 67.0, 564.
numbers.zh: 网络学的是由 y 预测 x：在数据 [(1, 3), (2, 5), (-1, 0)] 上损失不断增长，18.7、67.0、564。
why: A slip; where x and y are of one size nothing crashes.
why.zh: 笔误；x 和 y 大小相近时不会报错。
fix: Write `for x, y in data:`.
fix.zh: 写成 `for x, y in data:`。
fails: trains_on_each_sample_in_order, error_at_the_end_of_that_epoch
line: \bfor\s+(?:\w+\s*,\s*)?\(?\s*y\w*\s*,\s*x\w*\s*\)?\s+in\b|\by\w*\s*,\s*x\w*\s*=(?!=)
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
        for y, x in data:
            nn.backward(x, y, learning_rate)
        loss = np.mean([(y - nn.forward(x)) ** 2 for x, y in data])
        if not np.isfinite(loss):
            raise FloatingPointError(f"loss is {loss} in epoch {epoch}")
        losses.append(float(loss))
    return losses
