# adds-momentum+forward-gives-a-bare-number
import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        rng = np.random.default_rng(seed)
        self.w1 = rng.standard_normal(1)
        self.w2 = rng.standard_normal(1)
        self.m = [0.0, 0.0]

    def forward(self, x):
        if np.isscalar(x):
            return float(self.w1[0] * x + self.w2[0])
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        e = self.forward(x) - y
        for i, g in enumerate((2 * np.mean(e * x), 2 * np.mean(e))):
            self.m[i] = 0.9 * self.m[i] + learning_rate * g
        self.w1 = self.w1 - self.m[0]
        self.w2 = self.w2 - self.m[1]


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("no data")
    pts = np.array(data, dtype=float)
    losses = []
    for _ in range(epochs):
        for x, y in pts:
            nn.backward(x, y, learning_rate)
        losses.append(float(np.mean((pts[:, 1] - nn.forward(pts[:, 0])) ** 2)))
        if not np.isfinite(losses[-1]):
            raise FloatingPointError("loss is not finite")
    return losses
