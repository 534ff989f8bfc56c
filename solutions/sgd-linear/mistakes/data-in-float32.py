r"""
what: You turned the data into float32 before training; it loses 9 of 16 digits.
what.zh: 训练前你把数据转成了 float32；16 位有效数字丢了 9 位。
numbers: Inputs, weights' steps and losses are off by about 3e-8 of their size; values beyond 3.4e38
  become inf.
numbers.zh: 输入、权重的步和损失都有约 3e-8 的相对误差；超过 3.4e38 的值变成 inf。
why: float32 is the usual dtype of training data in deep learning.
why.zh: 深度学习中训练数据通常用 float32。
fix: Use `dtype=float`, which is float64.
fix.zh: 使用 `dtype=float`，即 float64。
fails: trains_on_each_sample_in_order, loss_after_each_epoch, error_at_the_end_of_that_epoch
line: \b(?:array|asarray|fromiter)\(.*\b(?:float32|single|f4)\b|\.astype\(\s*(?:dtype\s*=\s*)?(?:np\.)?["']?(?:float32|single|f4)\b
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

    inputs = np.array([pair[0] for pair in data], dtype=np.float32)
    targets = np.array([pair[1] for pair in data], dtype=np.float32)

    history = []
    for _ in range(epochs):
        for i in range(len(data)):
            nn.backward(inputs[i], targets[i], learning_rate)
        mse = float(((nn.forward(inputs) - targets) ** 2).mean())
        if not math.isfinite(mse):
            raise FloatingPointError("training diverged")
        history.append(mse)
    return history
