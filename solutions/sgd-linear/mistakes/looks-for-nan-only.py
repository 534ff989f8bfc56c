r"""
what: You looked for nan only; inf is not finite either.
what.zh: 你只检查了 nan；inf 同样不是有限数。
numbers: The squares overflow to inf while the weights are still finite (errors from 1.3e154 on),
  epochs before nan comes.
numbers.zh: 权重仍有限时（误差超过 1.3e154），平方就已溢出为 inf，nan 要晚许多轮才出现。
why: "Not a number" is the one that everybody knows of.
why.zh: “不是数”是人人都知道的那个。
fix: Use `np.isfinite` or `math.isfinite`.
fix.zh: 使用 `np.isfinite` 或 `math.isfinite`。
fails: loss_not_finite_is_an_error, error_at_the_end_of_that_epoch
line: \bif\s+(?:not\s+)?(?:math\.|np\.)isnan\(\s*[\w.\[\]-]+\s*\)\s*:|\bif\s+(\w+)\s*!=\s*\1\s*:
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
            total += error * error
        epoch_loss = total / number_of_samples
        if np.isnan(epoch_loss):
            raise FloatingPointError("Loss is not finite.")
        losses.append(epoch_loss)
    return losses
