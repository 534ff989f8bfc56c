r"""
what: You squared a Python float with `**`, which raises OverflowError; it should be
  FloatingPointError.
what.zh: 你用 `**` 对 Python 浮点数求平方，会抛出 OverflowError；应为 FloatingPointError。
numbers: For errors from 1.3e154 on `error**2` raises, where `error * error` and NumPy give inf.
numbers.zh: 误差超过 1.3e154 时 `error**2` 抛出异常，而 `error * error` 和 NumPy 都给出 inf。
why: Python's float power checks for overflow; its product, and NumPy, do not.
why.zh: Python 浮点数的乘方检查溢出；乘法和 NumPy 则不检查。
fix: Square with `error * error`, or catch OverflowError as a loss of inf.
fix.zh: 用 `error * error` 求平方，或把 OverflowError 当作损失为 inf 处理。
fails: loss_not_finite_is_an_error, error_at_the_end_of_that_epoch
line: \+=?\s*\(?\s*\w+\s*\)?\s*\*\*\s*2\b(?!\s*\))|\b(?:sum|fsum)\((?!.*forward).*\*\*\s*2\s+for\b|\bfloat\((?:[^()]|\([^()]*\))*\)\s*\*\*\s*2|\.item\(\s*\)\s*\)?\s*\*\*\s*2|\bmath\.pow\(
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
            total += error**2
        epoch_loss = total / number_of_samples
        if np.isnan(epoch_loss) or np.isinf(epoch_loss):
            raise FloatingPointError("Loss is not finite.")
        losses.append(epoch_loss)
    return losses
