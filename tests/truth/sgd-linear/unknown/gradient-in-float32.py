# gradient-in-float32: backward computes residual and gradients in float32 (the weights stay float64), so steps are right to 1e-7 only.
# named: gradients-in-float32
import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        rng = np.random.default_rng(seed)
        self.w1 = rng.standard_normal(1)
        self.w2 = rng.standard_normal(1)

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        x = np.asarray(x, dtype=np.float32)
        diff = self.forward(x).astype(np.float32) - np.asarray(y, dtype=np.float32)
        dw1, dw2 = 2 * np.mean(diff * x), 2 * np.mean(diff)
        self.w1 = self.w1 - learning_rate * np.float64(dw1)
        self.w2 = self.w2 - learning_rate * np.float64(dw2)


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("data is empty")
    losses = []
    for _ in range(epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        loss = float(np.mean([(y - nn.forward(x)) ** 2 for x, y in data]))
        if not np.isfinite(loss):
            raise FloatingPointError(f"loss is {loss}")
        losses.append(loss)
    return losses
