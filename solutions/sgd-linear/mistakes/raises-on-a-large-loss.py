r"""
what: You raised where the loss was only large; only inf and nan are errors.
what.zh: 损失只是很大时你就抛出了异常；只有 inf 和 nan 才是错误。
numbers: With a limit of 1e10: targets of about 1e6 have losses of 1e12 to begin with, and train well.
numbers.zh: 以 1e10 为限：目标值约为 1e6 时，起初损失就有 1e12，照样能训练好。
why: A bound catches a divergence sooner, where one knows the data.
why.zh: 了解数据时，设个上界能更早发现发散。
fix: Use `math.isfinite`.
fix.zh: 使用 `math.isfinite`。
fails: error_at_the_end_of_that_epoch
crashes: yes
line: [<>]=?\s*(?:1(?:\.0*)?e\+?\d+|10(?:\.0*)?\s*\*\*\s*\d+|1_?0{3}[_0]*\b)
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
        if not epoch_loss < 1e10:
            raise FloatingPointError("Loss is not finite.")
        losses.append(epoch_loss)
    return losses
