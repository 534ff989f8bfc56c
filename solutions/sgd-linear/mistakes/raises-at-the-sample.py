r"""
what: You raised at a sample whose squared error is not finite; what counts is the loss at the end
  of the epoch.
what.zh: 某个样本的平方误差非有限时你就抛出了异常；要看的是该轮结束时的损失。
numbers: An epoch that starts with an error of 1e160 and ends at 1e130 has a finite loss, 1e260, and
  should go on.
numbers.zh: 一轮开始时误差为 1e160、结束时为 1e130，其损失 1e260 是有限的，应继续训练。
why: The sooner an error is found the better, it seems.
why.zh: 似乎错误发现得越早越好。
fix: Check once an epoch, after its steps, the loss that you append.
fix.zh: 每轮走完步之后，检查一次要追加的那个损失。
fails: error_at_the_end_of_that_epoch
crashes: yes
line: \b(?:isfinite|isnan|isinf)\(.*\bforward\(\s*x(?:_?i)?\s*\)
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
            if not np.isfinite((y - nn.forward(x)) ** 2):
                raise FloatingPointError(f"loss is not finite in epoch {epoch}")
            nn.backward(x, y, learning_rate)
        loss = np.mean([(y - nn.forward(x)) ** 2 for x, y in data])
        if not np.isfinite(loss):
            raise FloatingPointError(f"loss is {loss} in epoch {epoch}")
        losses.append(float(loss))
    return losses
