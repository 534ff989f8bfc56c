r"""
what: You shuffled the caller's own list; data should be left as it is, and taken in its order.
what.zh: 你打乱了调用方自己的列表；data 应保持不变，并按其顺序使用。
numbers: After train the list reads [(2, 5), (1, 3), (-1, 0)], and the steps were taken in other
  orders than given.
numbers.zh: train 之后列表变成 [(2, 5), (1, 3), (-1, 0)]，各步的顺序也不是给定的顺序。
why: `random.shuffle` works in place and returns None.
why.zh: `random.shuffle` 就地打乱，返回 None。
fix: Take the samples as they come, without shuffling.
fix.zh: 按原顺序取样本，不要打乱。
fails: trains_on_each_sample_in_order, arguments_are_left_alone
line: \bshuffle\(
"""

import random
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
        data = data if isinstance(data, list) else list(data)
        random.Random(epoch).shuffle(data)
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
