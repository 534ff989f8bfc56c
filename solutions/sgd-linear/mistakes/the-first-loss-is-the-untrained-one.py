r"""
what: You put the loss before training in front; there should be one loss an epoch.
what.zh: 你把训练前的损失放在了最前面；应每轮一个损失。
numbers: From w1 = w2 = 0 on [(1, 3), (2, 5), (-1, 0)] at rate 0.1: epochs=3 gives 4 losses, the
  first of them 11.3; epochs=0 gives 1 in place of none.
numbers.zh: 从 w1 = w2 = 0 出发，数据 [(1, 3), (2, 5), (-1, 0)]，学习率 0.1：epochs=3 给出 4 个损失，第一个是 11.3；epochs=0 给出 1 个而不是没有。
why: A curve looks better when it starts where training started.
why.zh: 曲线从训练起点画起更好看。
fix: Begin with an empty list.
fix.zh: 从空列表开始。
fails: one_loss_an_epoch, error_at_the_end_of_that_epoch
line: ^\s*\w+\s*(?::[^=]*)?=\s*\[(?!.*\bfor\b).*(?:forward|loss|mse)\w*\(
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

    history = [float(((nn.forward(inputs) - targets) ** 2).mean())]
    for _ in range(epochs):
        for i in range(len(data)):
            nn.backward(inputs[i], targets[i], learning_rate)
        mse = float(((nn.forward(inputs) - targets) ** 2).mean())
        if not math.isfinite(mse):
            raise FloatingPointError("training diverged")
        history.append(mse)
    return history
