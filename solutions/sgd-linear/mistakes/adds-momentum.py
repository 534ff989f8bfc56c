r"""
what: You added momentum; the step is learning_rate times the gradient and nothing of the steps
  before.
what.zh: 你加了动量；一步只是 learning_rate 乘以梯度，与先前的步无关。
numbers: The first step is right; from then on 0.9 of the last step comes on top. After an epoch on
  [(1, 3), (2, 5), (-1, 0)] the loss is 16.7 in place of 0.059.
numbers.zh: 第一步正确；此后每步都叠加上一步的 0.9 倍。在数据 [(1, 3), (2, 5), (-1, 0)] 上一轮之后损失为 16.7 而不是 0.059。
why: Optimizers named SGD in libraries take a momentum, and it often helps.
why.zh: 各库里名为 SGD 的优化器都带动量参数，而且常常有用。
fix: Leave the velocities out.
fix.zh: 去掉速度项。
fails: backward_of_one_sample, backward_averages_over_the_samples, error_at_the_end_of_that_epoch
line: \b((?:self\.)?\w+(?:\[[\w"\']+\])?)\s*=\s*[\w.]+\s*\*\s*\1\s*[-+]|\bmomentum\b|\bvelocit
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
        self.v1 = np.zeros(1)
        self.v2 = np.zeros(1)

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
        self.v1 = 0.9 * self.v1 - learning_rate * dL_dw1
        self.v2 = 0.9 * self.v2 - learning_rate * dL_dw2
        self.w1 = self.w1 + self.v1
        self.w2 = self.w2 + self.v2


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
