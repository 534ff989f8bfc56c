r"""
what: Your forward gives a bare number for a number; it should be an array of shape (1,).
what.zh: 对一个数，你的 forward 给出单独的数；应为形状 (1,) 的数组。
numbers: forward(3.0) is 7.0 in place of array([7.]).
numbers.zh: forward(3.0) 得到 7.0，而不是 array([7.])。
why: One number in, one number out seems tidier.
why.zh: 输入一个数、输出一个数，看上去更整洁。
fix: Return `self.w1 * x + self.w2` as it comes: broadcasting gives shape (1,).
fix.zh: 直接返回 `self.w1 * x + self.w2`：广播的结果形状就是 (1,)。
fails: forward_of_a_number
line: \breturn\b.*\bif\b.*\.item\(|\breturn\b.*\.item\(.*\bif\b|\breturn\s+float\(\s*(?:self\.w1|out\w*|y_?hat|y|y_?pred|result|value)(?:\[0\])?\s*[*)]|\breturn\b.*\bself\.w1\b.*(?:\.item\(|\)\[0\]\s*$)|\bfloat\(\s*y\s*-\s*\w+\.forward\(\s*x\s*\)\s*\)
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
        return y_hat if np.ndim(x) else y_hat.item()

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
            error = float(y - nn.forward(x))
            total += error * error
        epoch_loss = total / number_of_samples
        if np.isnan(epoch_loss) or np.isinf(epoch_loss):
            raise FloatingPointError("Loss is not finite.")
        losses.append(epoch_loss)
    return losses
