r"""
what: You let every floating-point flag raise; a value that rounds to 0 is no error, and a loss is
  judged at the epoch's end.
what.zh: 你让所有浮点标志都抛出异常；舍入为 0 并不是错误，而且损失应在轮末判断。
numbers: An error of 1e-170 has a square that underflows to 0, and FloatingPointError is raised
  where training is perfect. The setting stays for the whole process, too.
numbers.zh: 误差为 1e-170 时平方下溢为 0，训练已近乎完美却抛出 FloatingPointError。该设置还会影响整个进程。
why: `np.seterr(all="raise")` raises the very exception that is asked for, without a check of one's
  own.
why.zh: `np.seterr(all="raise")` 正好抛出所要的异常，不必自己检查。
fix: Leave NumPy's settings alone and check the loss with `math.isfinite`.
fix.zh: 不要改动 NumPy 的设置，用 `math.isfinite` 检查损失。
fails: error_at_the_end_of_that_epoch
crashes: yes
line: \b(?:all|under)\s*=\s*["']raise["']
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
    np.seterr(all="raise")
    for _ in range(epochs):
        for i in range(len(data)):
            nn.backward(inputs[i], targets[i], learning_rate)
        mse = float(((nn.forward(inputs) - targets) ** 2).mean())
        if not math.isfinite(mse):
            raise FloatingPointError("training diverged")
        history.append(mse)
    return history
