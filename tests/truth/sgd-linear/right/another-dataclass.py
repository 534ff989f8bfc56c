from dataclasses import dataclass, field, InitVar
from typing import Optional
import numpy as np

@dataclass(eq=False)
class SimpleNeuralNetwork:
    seed: Optional[int] = None
    w1: np.ndarray = field(init=False, repr=False)
    w2: np.ndarray = field(init=False, repr=False)

    def __post_init__(self):
        self.w1, self.w2 = np.split(np.random.Generator(np.random.Philox(self.seed)).standard_normal(2), 2)

    def forward(self, x):
        return self.w1 * np.asarray(x, float) + self.w2

    def backward(self, x, y, learning_rate):
        x, y, lr = np.asarray(x, float), np.asarray(y, float), float(learning_rate)
        diff = self.forward(x) - y
        grads = (2 * np.average(diff * x), 2 * np.average(diff))
        for name, g in zip(("w1", "w2"), grads):
            setattr(self, name, getattr(self, name) - lr * g)

def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("empty data")
    x, y = (np.fromiter(col, dtype=np.float64) for col in zip(*data))

    def one_epoch():
        for a, b in zip(x, y):
            nn.backward(a, b, learning_rate)
        loss = float(np.mean((y - nn.forward(x)) ** 2))
        if np.isfinite(loss):
            return loss
        raise FloatingPointError("not finite")

    return [one_epoch() for _ in range(epochs)]
