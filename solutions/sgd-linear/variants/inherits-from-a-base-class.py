"""A base class for any model with parameters, one for the loss, and the network derived from both."""

import abc
import math

import numpy as np


class Model(abc.ABC):
    @abc.abstractmethod
    def forward(self, x): ...

    @abc.abstractmethod
    def gradients(self, x, y): ...

    def backward(self, x, y, learning_rate):
        gradients = self.gradients(x, y)
        for name, gradient in gradients.items():
            setattr(self, name, getattr(self, name) - learning_rate * gradient)


class SquaredError:
    def loss(self, x, y):
        return float(np.mean((y - self.forward(x)) ** 2))

    def slope(self, x, y):
        """The derivative by the output of the mean's every term."""
        return 2.0 * (self.forward(x) - y)


class SimpleNeuralNetwork(SquaredError, Model):
    def __init__(self, seed=None):
        super().__init__()
        rng = np.random.Generator(np.random.PCG64DXSM(seed))
        for name in ("w1", "w2"):
            setattr(self, name, rng.standard_normal((1,)))

    def forward(self, x):
        return self.w1 * x + self.w2

    def gradients(self, x, y):
        slope = self.slope(x, y)
        return {"w2": slope.mean(), "w1": (slope * x).mean()}


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("data holds no pair")
    x, y = np.array(data, dtype=float).transpose()
    losses = []
    for _ in range(epochs):
        for pair in zip(x, y):
            nn.backward(*pair, learning_rate)
        loss = nn.loss(x, y)
        if not math.isfinite(loss):
            raise FloatingPointError(str(loss))
        losses.append(loss)
    return losses
