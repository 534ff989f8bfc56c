r"""
what: You took the samples in random order; they should be taken in data's order.
what.zh: 你按随机顺序取样本；应按 data 的顺序。
numbers: On [(1, 3), (2, 5), (-1, 0)] at rate 0.1 the first losses are 0.141, 0.062 in place of
  0.059, 0.036: each order leads to other weights.
numbers.zh: 数据 [(1, 3), (2, 5), (-1, 0)]、学习率 0.1 时，前两个损失为 0.141、0.062 而不是 0.059、0.036：顺序不同，权重就不同。
why: Shuffling in every epoch is good practice in general; here the order is given.
why.zh: 一般来说每轮打乱是好习惯；但这里规定了顺序。
fix: Write `for x, y in data:`.
fix.zh: 写成 `for x, y in data:`。
fails: trains_on_each_sample_in_order
line: \bpermutation\(|\bshuffle\(|\brandom\.sample\(|\.choice\(
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
        for i in np.random.default_rng(epoch).permutation(len(data)):
            x, y = data[i]
            nn.backward(x, y, learning_rate)
        loss = np.mean([(y - nn.forward(x)) ** 2 for x, y in data])
        if not np.isfinite(loss):
            raise FloatingPointError(f"loss is {loss} in epoch {epoch}")
        losses.append(float(loss))
    return losses
