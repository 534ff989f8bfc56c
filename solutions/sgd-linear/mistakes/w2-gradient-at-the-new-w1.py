r"""
what: You took w2's gradient after w1 had moved; both belong to the old weights.
what.zh: 你在 w1 移动之后才求 w2 的梯度；两个梯度都应取在旧权重处。
numbers: From w1 = 2, w2 = 1 on (3, 5) at rate 0.1: w2 becomes 1.32 in place of 0.6, away from the
  minimum. At rate 1e-6 nothing shows.
numbers.zh: 从 w1 = 2、w2 = 1 出发，样本 (3, 5)，学习率 0.1：w2 变为 1.32 而不是 0.6，反而远离最小值。学习率 1e-6 时看不出来。
why: Each weight is finished before the next is begun, with a fresh forward pass.
why.zh: 逐个权重处理，每个都重新做一次前向。
fix: Compute both gradients first, then move both weights.
fix.zh: 先算出两个梯度，再移动两个权重。
fails: both_gradients_at_the_old_weights, error_at_the_end_of_that_epoch
line: ^\s*\w*w_?2\w*\s*=.*\bforward\(\s*x|^\s*self\.w2\s*-?=.*\bforward\(\s*x
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
        self.w1 = self.w1 - learning_rate * dL_dw1
        dL_dw2 = np.average(2.0 * (self.forward(x) - y))
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
