from __future__ import annotations

from dataclasses import InitVar, dataclass, field
from typing import Sequence

import numpy as np
from numpy.typing import NDArray


@dataclass
class SimpleNeuralNetwork:
    seed: InitVar[int | None] = None
    w1: NDArray[np.float64] = field(init=False)
    w2: NDArray[np.float64] = field(init=False)

    def __post_init__(self, seed: int | None) -> None:
        rng = np.random.Generator(np.random.SFC64(seed))
        self.w1, self.w2 = rng.normal(size=1), rng.normal(size=1)

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate: float) -> None:
        residual = y - self.forward(x)
        g = np.array([-2 * np.mean(residual * x), -2 * np.mean(residual)])
        self.w1, self.w2 = self.w1 - learning_rate * g[:1], self.w2 - learning_rate * g[1:]


def train(nn: SimpleNeuralNetwork, data: Sequence[tuple[float, float]], *, epochs: int,
          learning_rate: float) -> list[float]:
    if len(data) == 0:
        raise ValueError("there is no data")
    x, y = np.array(list(map(tuple, data)), dtype=np.float64).T
    losses: list[float] = []
    for _ in range(epochs):
        for sample in zip(x, y):
            nn.backward(*sample, learning_rate)
        loss = float(np.square(y - nn.forward(x)).mean())
        losses.append(loss)
        if not np.isfinite(loss):
            raise FloatingPointError(f"loss = {loss}")
    return losses
