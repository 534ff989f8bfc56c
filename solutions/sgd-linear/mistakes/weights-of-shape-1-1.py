r"""
what: Your weights have shape (1, 1), as of a layer's matrix; they should have shape (1,).
what.zh: 你的权重形状是 (1, 1)，像一层的矩阵；应为 (1,)。
numbers: forward of 5 values gives shape (1, 5) in place of (5,); a number gives (1, 1) in place of
  (1,).
numbers.zh: 5 个值的 forward 得到形状 (1, 5) 而不是 (5,)；一个数得到 (1, 1) 而不是 (1,)。
why: Weights of a dense layer are `randn(inputs, outputs)`, and here both are 1.
why.zh: 全连接层的权重写作 `randn(输入数, 输出数)`，这里二者都是 1。
fix: Draw `randn(1)`.
fix.zh: 改用 `randn(1)`。
fails: weights_are_float64_of_shape_1
line: \b(?:randn|standard_normal|normal)\(\s*(?:.*\bsize\s*=\s*)?\(?\s*1\s*,\s*1\s*\)?\s*\)|\bself\.w[12]\b.*\breshape\(\s*\(?\s*-?1\s*,\s*1\b
"""

import math

import numpy as np


class SimpleNeuralNetwork:
    """y = w1 * x + w2, updated in place."""

    def __init__(self, seed=None):
        random_state = np.random.RandomState(seed)
        self.w1 = random_state.randn(1, 1)
        self.w2 = random_state.randn(1, 1)

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
        if not math.isfinite(mse):
            raise FloatingPointError("training diverged")
        history.append(mse)
    return history
