# trains-before-it-counts+one-draw-for-both
import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        self.w1 = np.random.default_rng(seed).standard_normal(1)
        self.w2 = self.w1.copy()

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        diff = self.forward(x) - y
        g1, g2 = np.mean(2 * diff * x), np.mean(2 * diff)
        self.w1 = self.w1 - learning_rate * g1
        self.w2 = self.w2 - learning_rate * g2


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("no data")
    losses, epoch = [], 0
    done = False
    while not done:
        for x, y in data:
            nn.backward(x, y, learning_rate)
        loss = float(np.mean([np.square(y - nn.forward(x)[0]) for x, y in data]))
        if not np.isfinite(loss):
            raise FloatingPointError(loss)
        losses.append(loss)
        epoch += 1
        done = epoch >= epochs
    return losses
