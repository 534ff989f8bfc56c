r"""
what: You scaled and shifted the caller's array itself; x should be left as it is.
what.zh: 你直接缩放、平移了调用方的数组；x 应保持不变。
numbers: After forward(x) the array x holds the outputs, and forward(x) again gives outputs of
  outputs.
numbers.zh: forward(x) 之后数组 x 里装的是输出，再调用 forward(x) 就是对输出再求输出。
why: `x *= w1` saves an allocation, and looks like `x = x * w1`.
why.zh: `x *= w1` 省一次内存分配，看起来又像 `x = x * w1`。
fix: Write `self.w1 * x + self.w2`, which makes a new array.
fix.zh: 写成 `self.w1 * x + self.w2`，它会产生新数组。
fails: forward_of_an_array, arguments_are_left_alone
line: ^\s*x\s*[*+/-]=|\bout\s*=\s*x\b|^\s*x\[[^\]]*\]\s*[-+*/]?=(?!=)|^\s*\w+\s*\*=\s*(?:self\.)?w1\b
"""

import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        rng = np.random.default_rng(seed)
        self.w1 = rng.normal(size=1)
        self.w2 = rng.normal(size=1)

    def forward(self, x):
        if isinstance(x, np.ndarray):
            x *= self.w1
            x += self.w2
            return x
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        error = y - (self.w1 * x + self.w2)
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
