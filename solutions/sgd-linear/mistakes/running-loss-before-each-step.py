"""
what: You averaged the losses that the samples had on the way; the loss is due under the weights
  after the epoch.
what.zh: 你对途中各样本的损失取了平均；损失应在该轮结束后的权重下计算。
numbers: From w1 = w2 = 0 on [(1, 3), (2, 5), (-1, 0)] at rate 0.1: the first loss is 6.55 in place
  of 0.0594: it mixes old weights and new.
numbers.zh: 从 w1 = w2 = 0 出发，数据 [(1, 3), (2, 5), (-1, 0)]，学习率 0.1：第一个损失是 6.55 而不是 0.0594：新旧权重混在了一起。
why: It costs no second pass over the data, and it is what progress bars of frameworks show.
why.zh: 这样不必再遍历一遍数据，框架的进度条显示的也是它。
fix: Go through data once more when the epoch is done, without steps.
fix.zh: 该轮结束后再遍历一次 data，不走步。
fails: loss_after_each_epoch, error_at_the_end_of_that_epoch
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
        total = 0.0
        for x, y in data:
            error = float(y - nn.forward(x)[0])
            total += error * error
            nn.backward(x, y, learning_rate)
        epoch_loss = total / number_of_samples
        if np.isnan(epoch_loss) or np.isinf(epoch_loss):
            raise FloatingPointError("Loss is not finite.")
        losses.append(epoch_loss)
    return losses
