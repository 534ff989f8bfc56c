r"""
what: You looked for inf only; nan is not finite either.
what.zh: 你只检查了 inf；nan 同样不是有限数。
numbers: Where the weights overflow within one epoch, inf - inf makes the loss nan, and nan == inf
  is False.
numbers.zh: 若权重在一轮之内溢出，inf - inf 使损失成为 nan，而 nan == inf 为假。
why: Overflow was thought of; what comes after it was not.
why.zh: 想到了溢出，没想到溢出之后。
fix: Use `math.isfinite`.
fix.zh: 使用 `math.isfinite`。
fails: loss_not_finite_is_an_error, error_at_the_end_of_that_epoch
line: \bif\s+(?:not\s+)?(?:math\.|np\.)isinf\(\s*[\w.\[\]-]+\s*\)\s*:|\bif\s+\w+\s*[!=]=\s*(?:(?:math\.|np\.)?inf\b|float\(\s*["']inf)
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
        if mse == math.inf:
            raise FloatingPointError("training diverged")
        history.append(mse)
    return history
