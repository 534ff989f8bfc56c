r"""
what: You clipped the gradients; plain SGD takes them as they are.
what.zh: 你截断了梯度；普通 SGD 应原样使用梯度。
numbers: With a limit of 10, from w1 = 2, w2 = 1 on (3, 5) at rate 0.1, w1 becomes 1.0 in place of 0.8 (its gradient is
  12).
numbers.zh: 以 10 为限，从 w1 = 2、w2 = 1 出发，样本 (3, 5)，学习率 0.1：w1 变为 1.0 而不是 0.8（梯度为 12）。
why: Clipping keeps a training that diverges from overflowing; here that is to be reported.
why.zh: 截断可以防止发散的训练溢出；而这里恰恰要报告发散。
fix: Leave the clipping out.
fix.zh: 去掉截断。
fails: backward_of_one_sample, loss_not_finite_is_an_error, error_at_the_end_of_that_epoch
line: \bclip\w*\(|\bmax\(\s*-\s*\d|\bmin\(.*\bmax\(
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
        dw1, dw2 = np.clip([dw1, dw2], -10.0, 10.0)
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
