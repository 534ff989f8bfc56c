r"""
what: You looked at a loss too late; the error is due at the end of its epoch.
what.zh: 你检查损失太晚；应在它那一轮结束时抛出。
numbers: Where all are looked at in the end: with epochs=100000 and a loss that is inf after epoch 2, 99998 epochs are trained for
  nothing.
numbers.zh: 若最后才一起检查：epochs=100000 而第 2 轮后损失已是 inf，则白白训练了 99998 轮。
why: One check after the loop is less code than one within.
why.zh: 循环之后检查一次，比在循环里检查更省代码。
fix: Check each loss as it is computed, inside the loop.
fix.zh: 在循环内，损失一算出来就检查。
fails: error_at_the_end_of_that_epoch
line: \b(?:all|any)\(.*\b(?:isfinite|isnan|isinf)\(.*\bfor\b|\b(?:all|any)\(\s*(?:np\.)?(?:isfinite|isnan|isinf)\(
"""

import math

import numpy as np


class SimpleNeuralNetwork:
    """y = w1 * x + w2, updated in place."""

    def __init__(self, seed=None):
        random_state = np.random.RandomState(seed)
        self.w1 = random_state.randn(1)
        self.w2 = random_state.randn(1)

    def forward(self, x):
        return np.add(np.multiply(self.w1, x), self.w2)

    def backward(self, x, y, learning_rate):
        diff = self.forward(x) - y
        grad_w1 = (2.0 * diff * x).mean()
        grad_w2 = (2.0 * diff).mean()
        self.w1 -= learning_rate * grad_w1
        self.w2 -= learning_rate * grad_w2


def train(nn, data, *, epochs, learning_rate):
    if not data:
        raise ValueError("no data to train on")

    inputs = np.array([pair[0] for pair in data], dtype=float)
    targets = np.array([pair[1] for pair in data], dtype=float)

    history = []
    for _ in range(epochs):
        for i in range(len(data)):
            nn.backward(inputs[i], targets[i], learning_rate)
        mse = float(((nn.forward(inputs) - targets) ** 2).mean())
        history.append(mse)
    if not all(math.isfinite(loss) for loss in history):
        raise FloatingPointError("training diverged")
    return history
