r"""
what: You never averaged over the samples, so that after a step on n values the weights have shape
  (n,).
what.zh: 你没有在样本上取平均，于是对 n 个值走一步之后，权重的形状成了 (n,)。
numbers: A step on 3 samples gives w1 = [1.8, 1.6, 3.2] in place of [2.2].
numbers.zh: 3 个样本的一步得到 w1 = [1.8, 1.6, 3.2]，而不是 [2.2]。
why: The formula for one sample was written down, and broadcasting accepts arrays without a word.
why.zh: 写的是单个样本的公式，而广播一声不响地接受了数组。
fix: Take the mean of each gradient before the step.
fix.zh: 走步之前对每个梯度取均值。
fails: backward_averages_over_the_samples, backward_keeps_the_weights_form,
  both_gradients_at_the_old_weights
line: (?:=|\breturn)\s*-?\s*2(?:\.0*)?\s*\*\s*(?:x\s*\*\s*\w+|\w+\s*\*\s*x)\s*(?:,|$)
"""

import numpy as np


def _gradients(w1, w2, x, y):
    residual = w1 * x + w2 - y
    return 2 * residual * x, 2 * residual


def _mse(nn, xs, ys):
    residual = nn.forward(xs) - ys
    return float(residual @ residual / residual.size)


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        self.w1, self.w2 = np.random.default_rng(seed).standard_normal((2, 1))

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
