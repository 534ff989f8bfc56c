r"""
what: You trained a copy: the losses are right, and the caller's network is as it was.
what.zh: 你训练的是副本：损失正确，但调用方的网络没有变。
numbers: After train nn.w1 and nn.w2 are still what they were before.
numbers.zh: train 之后 nn.w1 和 nn.w2 仍是原来的值。
why: Not changing what one is given is a good rule for data; a network is given to be changed.
why.zh: 不改动传入的东西，对数据是好规矩；但网络传进来就是要被改动的。
fix: Train nn itself.
fix.zh: 直接训练 nn。
fails: trains_on_each_sample_in_order, loss_after_each_epoch
line: copy\(\s*(?:nn|net|model|network)\s*\)|\bnn\s*=\s*(?:SimpleNeuralNetwork|type\(\s*nn\s*\))\(
"""

import copy
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
    nn = copy.deepcopy(nn)
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
