r"""
what: You left x out of the gradient of w1; it is mean(2 * diff * x).
what.zh: w1 的梯度漏了 x；应为 mean(2 * diff * x)。
numbers: From w1 = 2, w2 = 1 on (3, 5) at rate 0.1, w1 becomes 1.6 in place of 0.8. Where x is
  negative it moves the wrong way.
numbers.zh: 从 w1 = 2、w2 = 1 出发，样本 (3, 5)，学习率 0.1：w1 变为 1.6 而不是 0.8。x 为负时方向也反了。
why: The line for w2 was copied, or the chain rule stopped one factor early.
why.zh: 复制了 w2 的那一行，或链式法则少乘了一个因子。
fix: Multiply the difference by x before the mean.
fix.zh: 求均值之前先乘以 x。
fails: backward_of_one_sample, backward_averages_over_the_samples
line: ^\s*\w*w_?1\w*\s*=(?!.*\bx).*\b(?:mean|average|sum)\(
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
        grad_w1 = (2.0 * diff).mean()
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
        if not math.isfinite(mse):
            raise FloatingPointError("training diverged")
        history.append(mse)
    return history
