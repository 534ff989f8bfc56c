r"""
what: Your iterator is used up after the first epoch: the later ones take no step at all.
what.zh: 你的迭代器在第一轮之后就耗尽了：后面各轮一步也没走。
numbers: From w1 = w2 = 0 on [(1, 3), (2, 5), (-1, 0)] at rate 0.1: the losses are 0.0594, 0.0594,
  0.0594 in place of 0.0594, 0.0363, 0.0300.
numbers.zh: 从 w1 = w2 = 0 出发，数据 [(1, 3), (2, 5), (-1, 0)]，学习率 0.1：损失为 0.0594、0.0594、0.0594，而不是 0.0594、0.0363、0.0300。
why: `zip` can be iterated once; a list, as often as one likes.
why.zh: `zip` 只能遍历一次；列表可以遍历任意多次。
fix: Call `zip` inside the loop over epochs, or make a list of it.
fix.zh: 在轮次循环内调用 `zip`，或把它变成列表。
fails: trains_on_each_sample_in_order, error_at_the_end_of_that_epoch
line: ^\s*\w+\s*=\s*(?:zip|iter|map|enumerate)\(\s*\*?\s*(?:x|xs|X|inputs|data|samples|pairs)\s*[,)]|^\s*\w+\s*=\s*\(.*\bfor\b.*\bin\s+(?:data|zip\(.*)\s*\)\s*$
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
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        g1, g2 = _gradients(self.w1, self.w2, x, y)
        self.w1, self.w2 = self.w1 - learning_rate * g1, self.w2 - learning_rate * g2


def train(nn, data, *, epochs, learning_rate):
    if not len(data):
        raise ValueError("train needs at least one sample")
    xs, ys = (np.asarray(column, dtype=np.float64) for column in zip(*data))
    samples = zip(xs, ys)
    losses = []
    while len(losses) < epochs:
        for x, y in samples:
            nn.backward(x, y, learning_rate)
        losses.append(_mse(nn, xs, ys))
        if not np.isfinite(losses[-1]):
            raise FloatingPointError(f"loss {losses[-1]} after {len(losses)} epochs")
    return losses
