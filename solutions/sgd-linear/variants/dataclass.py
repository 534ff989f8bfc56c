"""A dataclass whose weights are made in __post_init__, with type hints throughout."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import InitVar, dataclass, field

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(eq=False)
class SimpleNeuralNetwork:
    seed: InitVar[int | None] = None
    w1: Array = field(init=False)
    w2: Array = field(init=False)

    def __post_init__(self, seed: int | None) -> None:
        rng = np.random.default_rng(seed)
        self.w1, self.w2 = rng.normal(0.0, 1.0, 1), rng.normal(0.0, 1.0, 1)

    def forward(self, x: float | Array) -> Array:
        return self.w1 * x + self.w2

    def backward(self, x: float | Array, y: float | Array, learning_rate: float) -> None:
        downhill = 2.0 * (y - self.forward(x))
        by_w1, by_w2 = np.average(downhill * x), np.average(downhill)
        self.w1 = self.w1 + learning_rate * by_w1
        self.w2 = self.w2 + learning_rate * by_w2


def train(
    nn: SimpleNeuralNetwork,
    data: Sequence[tuple[float, float]],
    *,
    epochs: int,
    learning_rate: float,
) -> list[float]:
    if not len(data):
        raise ValueError("data is empty")

    def epoch_loss() -> float:
        return sum(float(nn.forward(x)[0] - y) * float(nn.forward(x)[0] - y) for x, y in data) / len(data)

    losses: list[float] = []
    for _ in range(epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        losses.append(epoch_loss())
        if not math.isfinite(losses[-1]):
            raise FloatingPointError(f"loss became {losses[-1]}")
    return losses
