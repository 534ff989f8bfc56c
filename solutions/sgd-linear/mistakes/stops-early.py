r"""
what: You stopped when the loss hardly changed; every epoch asked for should be trained.
what.zh: 损失几乎不变时你就停了；要求的每一轮都应训练。
numbers: On data that the network fits already, epochs=5 gives 2 losses in place of 5.
numbers.zh: 数据已被完全拟合时，epochs=5 只给出 2 个损失而不是 5 个。
why: There is nothing left to learn; but the caller counts on one loss an epoch.
why.zh: 已经没什么可学；但调用方指望每轮一个损失。
fix: Leave the break out.
fix.zh: 去掉 break。
fails: one_loss_an_epoch
line: \babs\(.*\[-[12]\]|\[-1\]\s*-\s*\w+\[-2\]|\[-2\]\s*-\s*\w+\[-1\]|\b(?:tol|tolerance|patience)\b
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
        if np.isnan(epoch_loss) or np.isinf(epoch_loss):
            raise FloatingPointError("Loss is not finite.")
        losses.append(epoch_loss)
        if len(losses) > 1 and abs(losses[-2] - losses[-1]) < 1e-8:
            break
    return losses
