"""
what: forward takes for a number only what is an int or a float; a NumPy scalar comes out without an
  axis.
what.zh: forward 只把 int 或 float 当作数；NumPy 标量的结果没有轴。
numbers: forward(np.float32(3)) has shape () in place of (1,), and so has forward(np.int64(3));
  np.float64 is a float, and is right.
numbers.zh: forward(np.float32(3)) 的形状是 () 而不是 (1,)，forward(np.int64(3)) 也一样；np.float64 属于 float，结果正确。
why: `isinstance(x, (int, float))` covers the numbers that one types in.
why.zh: `isinstance(x, (int, float))` 涵盖了手写的各种数。
fix: Ask `np.ndim(x) == 0`, or multiply by the arrays w1 and w2 in any case.
fix.zh: 判断 `np.ndim(x) == 0`，或一律用数组 w1 和 w2 来乘。
fails: forward_of_a_number
"""

import numpy as np


class SimpleNeuralNetwork:
    """f(x) = w1 * x + w2."""

    def __init__(self, seed=None):
        rng = np.random.default_rng(seed)
        self.w1 = rng.standard_normal(1)
        self.w2 = rng.standard_normal(1)

    def forward(self, x):
        if isinstance(x, (int, float)):
            return np.array([self.w1[0] * x + self.w2[0]])
        return self.w1[0] * x + self.w2[0]

    def backward(self, x, y, learning_rate):
        residual = self.forward(x) - y
        grad_w1 = 2 * np.mean(residual * x)
        grad_w2 = 2 * np.mean(residual)
        self.w1 = self.w1 - learning_rate * grad_w1
        self.w2 = self.w2 - learning_rate * grad_w2


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("there is no data to train on")
    losses = []
    for epoch in range(epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        loss = float(np.mean([(y - nn.forward(x)) ** 2 for x, y in data]))
        if not np.isfinite(loss):
            raise FloatingPointError(f"loss {loss} after epoch {epoch}")
        losses.append(loss)
    return losses
