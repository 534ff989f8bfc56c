# weights-of-shape-1-1
import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        rng = np.random.default_rng(seed)
        self.w1 = rng.standard_normal((1, 1))
        self.w2 = rng.standard_normal((1, 1))

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        diff = self.forward(x) - y
        grad_w1 = 2 * (diff * x).mean()
        grad_w2 = 2 * diff.mean()
        self.w1 = self.w1 - learning_rate * grad_w1
        self.w2 = self.w2 - learning_rate * grad_w2


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("data is empty")
    losses = []
    for _ in range(epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        loss = np.mean([(nn.forward(x).item() - y) * (nn.forward(x).item() - y) for x, y in data])
        if not np.isfinite(loss):
            raise FloatingPointError("loss is not finite")
        losses.append(float(loss))
    return losses
