r"""
what: Your loop trains once before it looks at epochs, so that epochs=0 trains one epoch.
what.zh: 你的循环先训练一次才看 epochs，因此 epochs=0 也训练了一轮。
numbers: epochs=0 gives 1 loss and moves the weights; it should give [].
numbers.zh: epochs=0 给出 1 个损失并移动了权重；应给出 []。
why: A loop that is left at its end always runs once.
why.zh: 在末尾才退出的循环总会执行一次。
fix: Loop over `range(epochs)`.
fix.zh: 遍历 `range(epochs)`。
fails: one_loss_an_epoch
line: \b(?:len\(\s*\w+\s*\)|\w+)\s*(?:>=|==|>)\s*epochs\b
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
    losses = []
    while True:
        for x, y in zip(xs, ys):
            nn.backward(x, y, learning_rate)
        losses.append(_mse(nn, xs, ys))
        if not np.isfinite(losses[-1]):
            raise FloatingPointError(f"loss {losses[-1]} after {len(losses)} epochs")
        if len(losses) >= epochs:
            break
    return losses
