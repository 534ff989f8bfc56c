r"""
what: You left the factor 2 out of the gradient; the derivative of r**2 is 2 * r.
what.zh: 你的梯度漏了系数 2；r**2 的导数是 2 * r。
numbers: From w1 = 2, w2 = 1 on (3, 5) at rate 0.1: (1.4, 0.8) in place of (0.8, 0.6). Each step is
  half as long.
numbers.zh: 从 w1 = 2、w2 = 1 出发，样本 (3, 5)，学习率 0.1：得到 (1.4, 0.8) 而不是 (0.8, 0.6)。每步只有一半长。
why: Many texts take half the squared error as the loss, so that the 2 goes away.
why.zh: 许多教材以平方误差的一半为损失，好消去 2。
fix: Write `2.0 * (y_hat - y)`.
fix.zh: 写成 `2.0 * (y_hat - y)`。
fails: backward_of_one_sample, backward_averages_over_the_samples
line: \b(?:dL?_\w+|dy\w*|dout|dpred|grad\w*)\s*=\s*(?:self\.forward\(\s*x\s*\)|y_?hat|y_?pred|pred\w*|out\w*)\s*-\s*y\s*$|\b(?:dw|d_w|grad|g)_?\w*\s*=\s*-?\s*(?:np\.)?(?:mean|average)\(\s*-?\s*(?:error|err|residual|diff|e|r|x)\s*\*\s*(?:error|err|residual|diff|e|r|x)\s*\)
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
        dL_dy_hat = y_hat - y
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
