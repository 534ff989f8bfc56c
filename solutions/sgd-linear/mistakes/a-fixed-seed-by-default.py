r"""
what: You put a fixed seed in where none is given, so all networks without a seed have equal
  weights.
what.zh: 没有种子时你换上了固定的种子，于是所有不给种子的网络权重都相同。
numbers: SimpleNeuralNetwork() has the weights of seed=42, every time.
numbers.zh: SimpleNeuralNetwork() 每次都得到 seed=42 的权重。
why: It makes one's own runs repeatable; that is for the caller to ask for, by giving a seed.
why.zh: 这样自己的运行可以复现；但那应由调用方给出种子来要求。
fix: Pass None on: the generator then takes its seed from the system.
fix.zh: 把 None 原样传入：生成器会从系统取种子。
fails: seed_decides_the_weights
line: \b\d+\s+if\s+seed\s+is\s+None|\bif\s+seed\s+is\s+not\s+None\s+else\s+\d|\bdef\s+__init__\(.*\bseed\b[^,)=]*=\s*\d|\bseed\s*=\s*\d+\s*$|\b(?:default_rng|RandomState|PCG64|Random)\(\s*\d+\s*\)
"""

from typing import Optional, Sequence

import numpy as np


class SimpleNeuralNetwork:
    """A network with one input, one output and two weights."""

    def __init__(self, seed: Optional[int] = None) -> None:
        generator = np.random.Generator(np.random.PCG64(42 if seed is None else seed))
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
    return losses
