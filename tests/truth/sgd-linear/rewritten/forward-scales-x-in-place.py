# forward-scales-x-in-place
import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        rng = np.random.default_rng(seed)
        self.w1 = rng.standard_normal(1)
        self.w2 = rng.standard_normal(1)

    def forward(self, x):
        out = np.asarray(x, dtype=np.float64)
        if out.ndim == 0:
            out = np.full(1, out)
        out *= self.w1
        out += self.w2
        return out

    def backward(self, x, y, learning_rate):
        x = np.array(x, dtype=np.float64)
        diff = (self.w1 * x + self.w2) - y
        d1 = np.mean(2 * diff * x)
        d2 = np.mean(2 * diff)
        self.w1 = self.w1 - learning_rate * d1
        self.w2 = self.w2 - learning_rate * d2


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("empty data")
    losses = []
    for _ in range(epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        x = np.array([a for a, _ in data], dtype=np.float64)
        y = np.array([b for _, b in data], dtype=np.float64)
        loss = np.mean((y - nn.forward(x)) ** 2)
        if not np.isfinite(loss):
            raise FloatingPointError("loss is %s" % loss)
        losses.append(float(loss))
    return losses
