r"""
what: You squeezed the result, so one value comes back with shape (); it should be (1,).
what.zh: 你压缩了结果的轴，于是单个值的形状变成 ()；应为 (1,)。
numbers: forward(3.0) and forward(np.array([3.0])) both have shape (); 2 values or more are right.
numbers.zh: forward(3.0) 和 forward(np.array([3.0])) 的形状都是 ()；2 个值以上才正确。
why: `np.squeeze` removes stray axes of length 1, and here the batch itself has that length.
why.zh: `np.squeeze` 用来去掉多余的长度为 1 的轴，而这里批次本身的长度就是 1。
fix: Leave the squeeze out.
fix.zh: 去掉 squeeze。
fails: forward_of_a_number, forward_of_an_array
line: \bsqueeze\(
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
        return np.squeeze(self.w1 * x + self.w2)

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
        if not math.isfinite(mse):
            raise FloatingPointError("training diverged")
        history.append(mse)
    return history
