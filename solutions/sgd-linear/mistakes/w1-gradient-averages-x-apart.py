r"""
what: You multiplied two means; the gradient of w1 is the mean of the products.
what.zh: 你把两个均值相乘；w1 的梯度应是乘积的均值。
numbers: On x = [1, 2, 3] with residuals [1, 1, -2] it is 0 in place of 2. One sample at a time it
  is right.
numbers.zh: x = [1, 2, 3]、残差 [1, 1, -2] 时得到 0 而不是 2。每次一个样本时则正确。
why: A mean is taken of each thing that has n values; with one sample it makes no difference.
why.zh: 凡有 n 个值的量都先求均值；只有一个样本时毫无差别。
fix: Write `np.average(dL_dy_hat * x)`.
fix.zh: 写成 `np.average(dL_dy_hat * x)`。
fails: backward_averages_over_the_samples
line: \b(?:mean|average)\(\s*x\s*\)|\bx\.mean\(\s*\)
"""

from typing import Optional, Sequence

import numpy as np


class SimpleNeuralNetwork:
    """A network with one input, one output and two weights."""

    def __init__(self, seed: Optional[int] = None) -> None:
        generator = np.random.Generator(np.random.PCG64(seed))
        # First the slope, then the intercept.
        self.w1 = generator.standard_normal(size=(1,))
        self.w2 = generator.standard_normal(size=(1,))

    def forward(self, x):
        y_hat = self.w1 * x + self.w2
        return y_hat

    def backward(self, x, y, learning_rate: float) -> None:
        # Forward pass
        y_hat = self.forward(x)
        # Chain rule: dL/dw = dL/dy_hat * dy_hat/dw
        dL_dy_hat = 2.0 * (y_hat - y)
        dL_dw1 = np.average(dL_dy_hat) * np.average(x)
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
