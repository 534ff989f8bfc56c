"""
what: You keep both weights in one array, and assigning w1 overwrites w2 in it.
what.zh: 你把两个权重存在同一个数组里，而给 w1 赋值会把其中的 w2 也覆盖掉。
numbers: After nn.w2 = np.array([1.0]) and then nn.w1 = np.array([2.0]), nn.w2 is 2.0. In the other order all
  is well.
numbers.zh: 先执行 nn.w2 = np.array([1.0])、再执行 nn.w1 = np.array([2.0])，nn.w2 就变成了 2.0；反过来则一切正常。
why: `array[:] = value` broadcasts without a word, and w1 is usually assigned before w2, which puts w2
  right again.
why.zh: `array[:] = value` 会不声不响地广播；而通常先给 w1 赋值、再给 w2 赋值，后者又把 w2 改对了。
fix: Write to the one element: `self._w[:1] = value`.
fix.zh: 只写入那一个元素：`self._w[:1] = value`。
fails: forward_of_a_number, weights_are_float64_of_shape_1
"""

import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        self._w = np.random.default_rng(seed).standard_normal(2)

    @property
    def w1(self):
        return self._w[:1]

    @w1.setter
    def w1(self, value):
        self._w[:] = value

    @property
    def w2(self):
        return self._w[1:]

    @w2.setter
    def w2(self, value):
        self._w[1:] = value

    def forward(self, x):
        return self._w[0] * np.atleast_1d(x) + self._w[1]

    def backward(self, x, y, learning_rate):
        residual = self.forward(x) - y
        slope = 2 * np.array([np.mean(residual * x), np.mean(residual)])
        self._w = self._w - learning_rate * slope


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("there are no samples")
    xs, ys = np.array(data, dtype=np.float64).T
    losses = []
    for epoch in range(1, epochs + 1):
        for x, y in zip(xs, ys):
            nn.backward(x, y, learning_rate)
        loss = float(np.mean((nn.forward(xs) - ys) ** 2))
        if not np.isfinite(loss):
            raise FloatingPointError(f"epoch {epoch}: the loss is {loss}")
        losses.append(loss)
    return losses
