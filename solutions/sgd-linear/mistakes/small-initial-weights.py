r"""
what: You scaled the draws; the weights should be standard normal as they come.
what.zh: 你缩放了抽到的数；权重应就是标准正态的抽取值。
numbers: Scaled by 0.01, the variance over seeds is 1e-4 in place of 1.
numbers.zh: 乘以 0.01 时，在各种子上的方差是 1e-4 而不是 1。
why: `0.01 * randn(...)` is how course notes start the layers of a deeper network.
why.zh: 课程讲义里较深的网络常用 `0.01 * randn(...)` 初始化。
fix: Leave the factor out.
fix.zh: 去掉这个系数。
fails: two_standard_normal_draws
line: \b0?\.\d+\s*\*\s*[\w.]*(?:normal|randn|gauss)\w*\(|\b(?:normal|randn|gauss)\([^()]*(?:\([^()]*\))?[^()]*\)\s*(?:\*\s*0?\.\d|/\s*1\d)|\bscale\s*=\s*0?\.\d|\bnormal\(\s*0(?:\.0*)?\s*,\s*0?\.\d
"""

from typing import Optional, Sequence

import numpy as np


class SimpleNeuralNetwork:
    """A network with one input, one output and two weights."""

    def __init__(self, seed: Optional[int] = None) -> None:
        generator = np.random.Generator(np.random.PCG64(seed))
        # First the slope, then the intercept.
        self.w1 = 0.01 * generator.standard_normal(size=(1,))
        self.w2 = 0.01 * generator.standard_normal(size=(1,))

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
