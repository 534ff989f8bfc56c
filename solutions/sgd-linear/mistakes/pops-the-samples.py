r"""
what: You took the samples out of the caller's list; data should be left as it is.
what.zh: 你把样本从调用方的列表里取了出来；data 应保持不变。
numbers: After train a list is empty, and a second call on it raises ValueError.
numbers.zh: train 之后列表是空的，再次调用就会抛出 ValueError。
why: A work list with `pop` is a common pattern, and the name `samples` looks like a copy.
why.zh: 用 `pop` 的工作列表是常见写法，而 `samples` 这个名字看上去像副本。
fix: Iterate over data; where a work list is needed, copy it with `list(data)`.
fix.zh: 直接遍历 data；需要工作列表时用 `list(data)` 复制。
fails: arguments_are_left_alone
line: \bdata\.(?:pop|remove|clear)\(|\bdel\s+data\b|\.pop\(\s*0?\s*\)|\.popleft\(
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
        samples = data if isinstance(data, list) else list(data)
        done = []
        while samples:
            x, y = samples.pop(0)
            nn.backward(x, y, learning_rate)
            done.append((x, y))
        data = done
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
