r"""
what: You looked at the last loss only; a loss that was not finite may be followed by finite ones.
what.zh: 你只检查了最后一个损失；非有限的损失之后可能又变回有限。
numbers: An error of 1e160 has an infinite square; two epochs later it has shrunk to 1e150, and
  [inf, inf, 1e300] is returned.
numbers.zh: 误差为 1e160 时平方是无穷大；两轮后缩小到 1e150，于是返回 [inf, inf, 1e300]。
why: What has once diverged is thought to stay so.
why.zh: 以为一旦发散就会一直发散。
fix: Check each loss as it is computed, inside the loop.
fix.zh: 在循环内，损失一算出来就检查。
fails: error_at_the_end_of_that_epoch
line: \bif\s+(?:\w+|len\(\s*\w+\s*\)(?:\s*>\s*0)?)\s+and\b.*(?:isfinite|isnan|isinf|inf\b).*\[-1\]|^(?: {4}|\t)if\b.*(?:isfinite|isnan|isinf)\(\s*\w+\[-1\]
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
        loss = np.mean([(y - nn.forward(x)) ** 2 for x, y in data])
        losses.append(float(loss))
    if losses and not np.isfinite(losses[-1]):
        raise FloatingPointError(f"final loss is {losses[-1]}")
    return losses
