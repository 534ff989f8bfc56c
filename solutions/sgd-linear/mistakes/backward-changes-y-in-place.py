r"""
what: You subtracted the prediction from the caller's y itself; y should be left as it is.
what.zh: 你直接在调用方的 y 上减去预测值；y 应保持不变。
numbers: After backward(x, y, rate) the array y holds the residuals: the next step trains towards
  them.
numbers.zh: backward(x, y, rate) 之后数组 y 里装的是残差：下一步就朝残差训练了。
why: `y -= ...` makes a new number for a number, but for an array it writes into the caller's.
why.zh: 对数来说 `y -= ...` 产生新的数；对数组却写进了调用方的数组。
fix: Write `residual = y - self.forward(x)`.
fix.zh: 写成 `residual = y - self.forward(x)`。
fails: backward_averages_over_the_samples, arguments_are_left_alone
line: ^\s*y\s*[-+*/]=|^\s*y\[[^\]]*\]\s*[-+*/]?=(?!=)|\bout\s*=\s*y\b
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
        y -= self.forward(x)
        # Chain rule: dL/dw = dL/dy_hat * dy_hat/dw
        dL_dy_hat = -2.0 * y
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
