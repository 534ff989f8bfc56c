r"""
what: Your loss is the mean absolute error; it should be the mean squared error.
what.zh: 你的损失是平均绝对误差；应为均方误差。
numbers: From w1 = w2 = 0 on [(1, 3), (2, 5), (-1, 0)] at rate 0.1: 0.211 in place of 0.0594. It
  stays finite where the squares overflow.
numbers.zh: 从 w1 = w2 = 0 出发，数据 [(1, 3), (2, 5), (-1, 0)]，学习率 0.1：得到 0.211 而不是 0.0594；平方已经溢出时它仍是有限的。
why: The absolute error is easier to read as a measure of how good the fit is.
why.zh: 绝对误差更容易看出拟合得好不好。
fix: Square the errors before the mean.
fix.zh: 先平方误差再取均值。
fails: loss_after_each_epoch, loss_not_finite_is_an_error, error_at_the_end_of_that_epoch
line: \b(?:abs|absolute|fabs)\(\s*(?:y|ys|error|errors|err|diff|resid\w*|pred\w*|target\w*|nn\.forward|\(|e|r)\b
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
        for x, y in data:
            nn.backward(x, y, learning_rate)
        loss = np.mean([abs(y - nn.forward(x)) for x, y in data])
        if not np.isfinite(loss):
            raise FloatingPointError(f"loss is {loss} in epoch {epoch}")
        losses.append(float(loss))
    return losses
