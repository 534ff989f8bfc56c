"""
what: Your gradients have the wrong sign, so that each step goes uphill.
what.zh: 你的梯度符号反了，每一步都在上坡。
numbers: From w1 = w2 = 0 on [(1, 3), (2, 5), (-1, 0)] at rate 0.1 the losses are 88, 698, 5515 in
  place of 0.059, 0.036, 0.030.
numbers.zh: 从 w1 = w2 = 0 出发，数据 [(1, 3), (2, 5), (-1, 0)]，学习率 0.1：损失为 88、698、5515，而不是 0.059、0.036、0.030。
why: With error = y - prediction, the inner derivative brings a minus that is easily lost.
why.zh: error = y - 预测值 时，内层导数带来一个负号，很容易丢掉。
fix: Write `-2 * x * error` and `-2 * error`, or take error = prediction - y.
fix.zh: 写成 `-2 * x * error` 和 `-2 * error`，或令 error = 预测值 - y。
fails: backward_of_one_sample, backward_averages_over_the_samples, error_at_the_end_of_that_epoch
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
        dw1 = np.mean(2 * x * error)
        dw2 = np.mean(2 * error)
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
