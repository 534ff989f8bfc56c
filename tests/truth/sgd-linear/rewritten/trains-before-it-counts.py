# trains-before-it-counts
import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        rng = np.random.default_rng(seed)
        self.w1 = rng.standard_normal(1)
        self.w2 = rng.standard_normal(1)

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        diff = y - self.forward(x)
        gw1 = np.mean(-2 * x * diff)
        gw2 = np.mean(-2 * diff)
        self.w1 = self.w1 - learning_rate * gw1
        self.w2 = self.w2 - learning_rate * gw2


def run_epoch(nn, data, learning_rate):
    for x, y in data:
        nn.backward(x, y, learning_rate)
    loss = float(np.mean([float(y - nn.forward(x)[0]) * float(y - nn.forward(x)[0]) for x, y in data]))
    if not np.isfinite(loss):
        raise FloatingPointError("loss: " + str(loss))
    return loss


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("data: empty")
    losses = []
    while True:
        losses.append(run_epoch(nn, data, learning_rate))
        if len(losses) >= epochs:
            return losses
