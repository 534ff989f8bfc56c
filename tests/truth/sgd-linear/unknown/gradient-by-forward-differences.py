# gradient-by-forward-differences: backward takes its gradients by forward differences of the loss with h = 1e-6, right to 1e-6 only.
# named: forward-differences
import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        rng = np.random.default_rng(seed)
        self.w1 = rng.standard_normal(1)
        self.w2 = rng.standard_normal(1)

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        def loss(w1, w2):
            return np.mean((y - (w1 * x + w2)) ** 2)

        h = 1e-6
        here = loss(self.w1, self.w2)
        dw1 = (loss(self.w1 + h, self.w2) - here) / h
        dw2 = (loss(self.w1, self.w2 + h) - here) / h
        self.w1 = self.w1 - learning_rate * dw1
        self.w2 = self.w2 - learning_rate * dw2


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
