r"""
what: Your weights are plain floats after a step; they should stay arrays of shape (1,).
what.zh: 走一步之后你的权重成了普通浮点数；应仍是形状 (1,) 的数组。
numbers: nn.w1 is array([2.]) before backward and 0.8 after it.
numbers.zh: backward 之前 nn.w1 是 array([2.])，之后是 0.8。
why: `.item()` was wanted for a number to print, or the gradient was a number and so the weight
  became one.
why.zh: 为了打印一个数而用了 `.item()`，或者梯度是数，权重也就成了数。
fix: Assign arrays: `self.w1 = self.w1 - learning_rate * g1`.
fix.zh: 赋值数组：`self.w1 = self.w1 - learning_rate * g1`。
fails: backward_keeps_the_weights_form, trains_on_each_sample_in_order
line: \bself\.w[12]\s*=\s*(?:float\(.*learning_rate|.*learning_rate.*(?:\.item\(\s*\)|\)\[0\])\s*$)
"""

import numpy as np


def _gradients(w1, w2, x, y):
    residual = np.atleast_1d(w1 * x + w2 - y)
    n = residual.size
    return 2 / n * np.dot(residual, np.broadcast_to(x, n)), 2 / n * residual.sum()


def _mse(nn, xs, ys):
    residual = nn.forward(xs) - ys
    return float(residual @ residual / residual.size)


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        self.w1, self.w2 = np.random.default_rng(seed).standard_normal((2, 1))

    def forward(self, x):
        return np.atleast_1d(self.w1 * x + self.w2)

    def backward(self, x, y, learning_rate):
        g1, g2 = _gradients(self.w1, self.w2, x, y)
        self.w1 = (self.w1 - learning_rate * g1).item()
        self.w2 = (self.w2 - learning_rate * g2).item()


def train(nn, data, *, epochs, learning_rate):
    if not len(data):
        raise ValueError("train needs at least one sample")
    xs, ys = (np.asarray(column, dtype=np.float64) for column in zip(*data))
    losses = []
    while len(losses) < epochs:
        for x, y in zip(xs, ys):
            nn.backward(x, y, learning_rate)
        losses.append(_mse(nn, xs, ys))
        if not np.isfinite(losses[-1]):
            raise FloatingPointError(f"loss {losses[-1]} after {len(losses)} epochs")
    return losses
