r"""
what: Your weights are arrays of shape (); they should have shape (1,).
what.zh: 你的权重是形状 () 的数组；应为 (1,)。
numbers: forward(3.0) is a NumPy scalar without a shape to index, where an array of shape (1,) is
  due.
numbers.zh: forward(3.0) 得到没有轴的 NumPy 标量，而应是形状 (1,) 的数组。
why: `np.array` round a single number makes an array, but one without any axis.
why.zh: 用 `np.array` 包住单个数确实得到数组，却没有任何轴。
fix: Give the draw a size, `standard_normal(size=(1,))`, or write `np.array([value])`.
fix.zh: 抽取时给出大小 `standard_normal(size=(1,))`，或写成 `np.array([value])`。
fails: weights_are_float64_of_shape_1
line: \b(?:array|asarray|float64)\(\s*[\w.]*(?:normal|randn|gauss)\(\s*(?:0(?:\.0*)?\s*,\s*1(?:\.0*)?)?\s*\)\s*\)
"""

from typing import Optional, Sequence

import numpy as np


class SimpleNeuralNetwork:
    """A network with one input, one output and two weights."""

    def __init__(self, seed: Optional[int] = None) -> None:
        generator = np.random.Generator(np.random.PCG64(seed))
        # First the slope, then the intercept.
        self.w1 = np.array(generator.standard_normal())
        self.w2 = np.array(generator.standard_normal())

    def forward(self, x):
        y_hat = self.w1 * x + self.w2
        return y_hat

    def backward(self, x, y, learning_rate: float) -> None:
        # Forward pass
        y_hat = self.forward(x)
        # Chain rule: dL/dw = dL/dy_hat * dy_hat/dw
        dL_dy_hat = 2.0 * (y_hat - y)
        dL_dw1 = np.average(dL_dy_hat * x)
        dL_dw2 = np.average(dL_dy_hat)
        # Step downhill
        self.w1 = self.w1 - learning_rate * dL_dw1
        self.w2 = self.w2 - learning_rate * dL_dw2


def train(nn, data: Sequence, *, epochs: int, learning_rate: float) -> list:
    number_of_samples = len(data)
    if number_of_samples == 0:
        raise ValueError("Empty data set.")
    losses = []
    for epoch in range(epochs):
        # One pass over the data
        for x, y in data:
            nn.backward(x, y, learning_rate)
        # Evaluate
        total = 0.0
        for x, y in data:
            error = float(y - nn.forward(x)[0])
            total += error * error
        epoch_loss = total / number_of_samples
        if np.isnan(epoch_loss) or np.isinf(epoch_loss):
            raise FloatingPointError("Loss is not finite.")
        losses.append(epoch_loss)
    return losses
