r"""
what: Your weights are plain floats; w1 and w2 should be float64 arrays of shape (1,).
what.zh: 你的权重是普通浮点数；w1 和 w2 应是形状 (1,) 的 float64 数组。
numbers: `type(nn.w1)` is float, `nn.w1.shape` an AttributeError, and forward(3.0) a float, too.
numbers.zh: `type(nn.w1)` 是 float，`nn.w1.shape` 抛出 AttributeError，forward(3.0) 也只得到 float。
why: `rng.normal()` without `size` gives one number, and a weight is one number.
why.zh: 不带 `size` 的 `rng.normal()` 给出一个数，而一个权重正是一个数。
fix: Draw `rng.normal(size=1)`.
fix.zh: 改用 `rng.normal(size=1)`。
fails: weights_are_float64_of_shape_1
line: ^\s*self\.w[12]\s*=\s*(?:float\(|[\w.]*\b(?:standard_)?(?:normal|randn|gauss)\(\s*(?:0(?:\.0*)?\s*,\s*1(?:\.0*)?)?\s*\))
"""

import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        rng = np.random.default_rng(seed)
        self.w1 = rng.normal()
        self.w2 = rng.normal()

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        error = y - self.forward(x)
        dw1 = np.mean(-2 * x * error)
        dw2 = np.mean(-2 * error)
        self.w1 = self.w1 - learning_rate * dw1
        self.w2 = self.w2 - learning_rate * dw2


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("data is empty")
    losses = []
    for epoch in range(epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        loss = np.mean([(y - nn.forward(x)) ** 2 for x, y in data])
        if not np.isfinite(loss):
            raise FloatingPointError(f"loss is {loss} in epoch {epoch}")
        losses.append(float(loss))
    return losses
