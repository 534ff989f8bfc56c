r"""
what: Your loss is that of the last sample alone; it should be the mean over all of data.
what.zh: 你的损失只是最后一个样本的；应为全部数据上的均值。
numbers: From w1 = w2 = 0 on [(1, 3), (2, 5), (-1, 0)] at rate 0.1: 0.147 in place of 0.0594.
numbers.zh: 从 w1 = w2 = 0 出发，数据 [(1, 3), (2, 5), (-1, 0)]，学习率 0.1：得到 0.147 而不是 0.0594。
why: x and y still hold the last pair when the loop is over.
why.zh: 循环结束后 x 和 y 仍是最后一对。
fix: Compute the loss over all pairs.
fix.zh: 在所有样本上计算损失。
fails: loss_after_each_epoch
line: \b\w*loss\w*\s*=\s*(?:(\w+)\s*\*\s*\1|(?:float\()?\(?\s*(?:error|err|residual|diff|e|r)(?:\[0\])?\s*\)?\s*\*\*\s*2\s*\)?)\s*$|\b\w*loss\s*=\s*(?:float\()?\(\s*y\s*-\s*\w+\.forward\(\s*x\s*\)(?:\[0\])?\s*\)(?:\[0\])?\s*\*\*\s*2
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
        error = float(y - nn.forward(x)[0])
        epoch_loss = error * error
        if np.isnan(epoch_loss) or np.isinf(epoch_loss):
            raise FloatingPointError("Loss is not finite.")
        losses.append(epoch_loss)
    return losses
