r"""
what: You asserted that there is data, which raises AssertionError; it should be ValueError.
what.zh: 你用 assert 检查数据，抛出的是 AssertionError；应为 ValueError。
numbers: `except ValueError` does not catch it, and `python -O` removes the check.
numbers.zh: `except ValueError` 捕获不到它，`python -O` 还会去掉这个检查。
why: An assert is the shortest way to write a condition down.
why.zh: assert 是写条件最短的方式。
fix: Write `if not data: raise ValueError(...)`.
fix.zh: 写成 `if not data: raise ValueError(...)`。
fails: empty_data_is_an_error
line: ^\s*assert\b(?!\s*(?:isinstance|hasattr|callable)\()
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
    assert number_of_samples > 0, "Empty data set."
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
