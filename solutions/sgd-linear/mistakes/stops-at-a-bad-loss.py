r"""
what: You ended training at a loss that is not finite and returned; it should raise
  FloatingPointError.
what.zh: 遇到非有限的损失时，你结束训练并返回；应抛出 FloatingPointError。
numbers: For epochs=10 the caller gets three losses, all of them finite, and takes the run for a good one.
numbers.zh: epochs=10 时调用者只得到三个损失，且都是有限值，于是以为训练正常。
why: `break` ends the loop as well, and nothing crashes.
why.zh: `break` 也能结束循环，而且不会报错。
fix: Raise FloatingPointError in its place.
fix.zh: 改为抛出 FloatingPointError。
fails: loss_not_finite_is_an_error, error_at_the_end_of_that_epoch
line: ^\s*break\b|\b(?:isfinite|isnan|isinf)\(.*\b(?:break|return)\b
"""

import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        self.w1, self.w2 = np.random.default_rng(seed).normal(size=(2, 1))

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        x = np.asarray(x, dtype=np.float64)
        error = self.forward(x) - y
        d_w1, d_w2 = 2 * np.mean(error * x), 2 * np.mean(error)
        self.w1 = self.w1 - learning_rate * d_w1
        self.w2 = self.w2 - learning_rate * d_w2


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("no samples")
    x, y = np.asarray(data, dtype=np.float64).T
    losses = []
    for _ in range(epochs):
        for xi, yi in zip(x, y):
            nn.backward(xi, yi, learning_rate)
        loss = float(np.mean((y - nn.forward(x)) ** 2))
        if not np.isfinite(loss):
            print("diverged, stopping")
            break
        losses.append(loss)
    return losses
