r"""
what: You stored the weights on the class, so a new network overwrites those of all others.
what.zh: 你把权重存到了类上，于是新建一个网络就覆盖了其他网络的权重。
numbers: a = SimpleNeuralNetwork(seed=1); b = SimpleNeuralNetwork(seed=2): a.w1 is now b's.
numbers.zh: a = SimpleNeuralNetwork(seed=1); b = SimpleNeuralNetwork(seed=2)：此时 a.w1 就是 b 的。
why: Names assigned on the class look the same from outside, as long as there is one network.
why.zh: 只有一个网络时，赋在类上的名字从外面看毫无差别。
fix: Assign to `self.w1` and `self.w2`.
fix.zh: 赋值给 `self.w1` 和 `self.w2`。
fails: seed_decides_the_weights
line: \b(?:cls|type\(\s*self\s*\)|self\.__class__|SimpleNeuralNetwork)\.w[12]\b|^(?: {4}|\t)w[12]\s*=\s*(?:np\.|None|0)
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
        cls = type(self)
        cls.w1, cls.w2 = np.random.default_rng(seed).standard_normal((2, 1))

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
