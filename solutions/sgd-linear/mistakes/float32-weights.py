r"""
what: Your weights are float32; they should be float64.
what.zh: 你的权重是 float32；应为 float64。
numbers: Each weight and each step is rounded to 7 digits (6e-8 of its size) in place of 16.
numbers.zh: 每个权重、每一步都只保留 7 位有效数字（相对 6e-8），而不是 16 位。
why: float32 is what deep learning frameworks draw weights in.
why.zh: 深度学习框架默认用 float32 抽取权重。
fix: Leave the dtype out: NumPy draws float64.
fix.zh: 不要写 dtype：NumPy 默认抽取 float64。
fails: weights_are_float64_of_shape_1
line: \b(?:normal|randn)\(.*\bfloat32\b|\bself\.w[12]\b.*\bfloat32\b
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
        self.w1, self.w2 = np.random.default_rng(seed).standard_normal((2, 1), dtype=np.float32)

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        g1, g2 = _gradients(self.w1, self.w2, x, y)
        self.w1, self.w2 = self.w1 - learning_rate * g1, self.w2 - learning_rate * g2


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
