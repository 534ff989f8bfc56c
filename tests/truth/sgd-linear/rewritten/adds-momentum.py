# adds-momentum
from __future__ import annotations

import numpy as np


class SimpleNeuralNetwork:
    beta: float = 0.9

    def __init__(self, seed: int | None = None) -> None:
        generator = np.random.Generator(np.random.PCG64(seed))
        self.w1 = generator.normal(size=1)
        self.w2 = generator.normal(size=1)
        self._v1 = np.zeros(1)
        self._v2 = np.zeros(1)

    def forward(self, x):
        return np.add(np.multiply(self.w1, x), self.w2)

    def backward(self, x, y, learning_rate: float) -> None:
        x = np.asarray(x, dtype=float)
        residual = self.forward(x) - np.asarray(y, dtype=float)
        self._v1 = self.beta * self._v1 + 2.0 * (residual * x).mean()
        self._v2 = self.beta * self._v2 + 2.0 * residual.mean()
        self.w1 = self.w1 - learning_rate * self._v1
        self.w2 = self.w2 - learning_rate * self._v2


def mse(nn: SimpleNeuralNetwork, data) -> float:
    x, y = np.asarray(data, dtype=float).T
    return float(np.square(y - nn.forward(x)).mean())


def train(nn, data, *, epochs: int, learning_rate: float) -> list[float]:
    if not data:
        raise ValueError("data is empty")
    history: list[float] = []
    with np.errstate(all="ignore"):
        for epoch in range(epochs):
            for x, y in data:
                nn.backward(x, y, learning_rate)
            history.append(mse(nn, data))
            if not np.isfinite(history[-1]):
                raise FloatingPointError(f"diverged in epoch {epoch}")
    return history
