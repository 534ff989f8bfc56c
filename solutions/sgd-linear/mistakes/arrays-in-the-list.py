"""
what: Your losses are arrays of shape (1,); they should be plain floats.
what.zh: 你的损失是形状 (1,) 的数组；应为普通 float。
numbers: losses[0] is array([0.0594…]): json.dumps refuses it.
numbers.zh: losses[0] 是 array([0.0594…])：json.dumps 拒收。
why: forward of a number has shape (1,), and so has all that is computed from it.
why.zh: 对一个数 forward 的形状是 (1,)，由它算出的一切也是。
fix: Take the number out: `float(loss[0])`.
fix.zh: 取出其中的数：`float(loss[0])`。
fails: losses_are_a_list_of_floats
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
            error = y - nn.forward(x)
            total = total + error * error
        epoch_loss = total / number_of_samples
        if np.isnan(epoch_loss) or np.isinf(epoch_loss):
            raise FloatingPointError("Loss is not finite.")
        losses.append(epoch_loss)
    return losses
