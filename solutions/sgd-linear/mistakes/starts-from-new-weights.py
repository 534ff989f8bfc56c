r"""
what: Your train drew new weights first; it should go on from those that the network has.
what.zh: 你的 train 先重新抽了权重；应从网络现有的权重继续。
numbers: Weights that were assigned, or trained before, are lost: the result is the same whatever nn
  was.
numbers.zh: 赋过的值、先前训练的结果全部丢失：无论 nn 原来怎样，结果都一样。
why: It makes every run of train repeatable.
why.zh: 这样每次运行 train 都能复现。
fix: Leave `nn.__init__` alone; the caller makes the network.
fix.zh: 不要碰 `nn.__init__`；网络由调用方创建。
fails: trains_on_each_sample_in_order, one_loss_an_epoch, error_at_the_end_of_that_epoch
line: \b(?:nn|net|network|model)\.__init__\(
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

    nn.__init__(seed=0)
    history = []
    for _ in range(epochs):
        for i in range(len(data)):
            nn.backward(inputs[i], targets[i], learning_rate)
        mse = float(((nn.forward(inputs) - targets) ** 2).mean())
        if not math.isfinite(mse):
            raise FloatingPointError("training diverged")
        history.append(mse)
    return history
