import os
import numpy as np

class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        old = np.random.get_state()
        try:
            np.random.seed(seed if seed is not None else int.from_bytes(os.urandom(4), "little"))
            self.w1 = np.random.randn(1)
            self.w2 = np.random.randn(1)
        finally:
            np.random.set_state(old)

    def forward(self, x):
        return np.asarray(x).astype(np.float64) * self.w1 + self.w2

    def backward(self, x, y, learning_rate):
        x = np.asarray(x).astype(np.float64)
        y = np.asarray(y).astype(np.float64)
        pred = self.forward(x)
        dloss = 2 * (pred - y) / pred.size
        g = np.array([np.sum(dloss * x), np.sum(dloss)]) * float(learning_rate)
        self.w1 = self.w1 - g[:1]
        self.w2 = self.w2 - g[1:]

def train(nn, data, *, epochs, learning_rate):
    try:
        data[0]
    except IndexError:
        raise ValueError("empty data") from None
    losses = []
    for _ in range(epochs):
        for k in range(len(data)):
            nn.backward(data[k][0], data[k][1], learning_rate)
        acc = np.zeros(1)
        for k in range(len(data)):
            acc += (data[k][1] - nn.forward(data[k][0])) ** 2
        loss = acc[0] / len(data)
        if not np.isfinite(loss):
            raise FloatingPointError("diverged")
        losses.append(loss.item())
    return losses
