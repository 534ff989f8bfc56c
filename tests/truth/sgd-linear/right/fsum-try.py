import math
import numpy as np

class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        rng = np.random.default_rng(seed)
        self.w1 = rng.standard_normal(1)
        self.w2 = rng.standard_normal(1)

    def forward(self, x):
        return self.w1 * np.asarray(x, dtype=np.float64) + self.w2

    def backward(self, x, y, learning_rate):
        x = np.asarray(x, dtype=np.float64)
        y = np.asarray(y, dtype=np.float64)
        e = y - self.forward(x)
        self.w1, self.w2 = (self.w1 + 2.0 * float(learning_rate) * np.mean(e * x),
                            self.w2 + 2.0 * float(learning_rate) * np.mean(e))

def _loss(nn, data):
    try:
        value = math.fsum((float(y) - nn.forward(x).item()) ** 2 for x, y in data) / len(data)
    except (OverflowError, ValueError):
        return math.inf
    return value

def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("empty data")
    losses = []
    for _ in range(epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        loss = _loss(nn, data)
        if not math.isfinite(loss):
            raise FloatingPointError("diverged")
        losses.append(loss)
    return losses
