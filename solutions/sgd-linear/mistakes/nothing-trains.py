r"""
what: You computed the new weights and never stored them; nothing is trained.
what.zh: 你算出了新权重却没有存回去；什么也没有训练。
numbers: From w1 = w2 = 0 on [(1, 3), (2, 5), (-1, 0)] at rate 0.1: the losses are the same in each
  epoch: 11.33, 11.33, 11.33 in place of 0.059, 0.036, 0.030.
numbers.zh: 从 w1 = w2 = 0 出发，数据 [(1, 3), (2, 5), (-1, 0)]，学习率 0.1：每轮损失都一样：11.33、11.33、11.33，而不是 0.059、0.036、0.030。
why: Assigning to `w1` inside a method makes a local name.
why.zh: 在方法里给 `w1` 赋值只产生局部名字。
fix: Assign to `self.w1` and `self.w2`.
fix.zh: 赋值给 `self.w1` 和 `self.w2`。
fails: backward_of_one_sample, backward_averages_over_the_samples, trains_on_each_sample_in_order,
  loss_not_finite_is_an_error, error_at_the_end_of_that_epoch
line: ^\s*w[12]\s*=\s*self\.w[12]\s*-|^\s*w[12]\s*=\s*w[12]\s*-
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
        w1 = self.w1 - learning_rate * dw1
        w2 = self.w2 - learning_rate * dw2


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
