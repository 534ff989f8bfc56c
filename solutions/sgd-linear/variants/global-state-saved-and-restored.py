"""Draws from NumPy's global random state, which is saved before and restored after."""

import numpy as np


class SimpleNeuralNetwork:
    """Two weights, drawn by the old functions."""

    def __init__(self, seed=None):
        saved = np.random.get_state()
        try:
            np.random.seed(seed)  # None takes a new seed from the system
            self.w1 = np.random.normal(loc=0.0, scale=1.0, size=(1,))
            self.w2 = np.random.normal(loc=0.0, scale=1.0, size=(1,))
        finally:
            np.random.set_state(saved)

    def forward(self, x):
        return x * self.w1 + self.w2

    def backward(self, x, y, learning_rate):
        error = self.forward(x) - y
        d_w1 = np.mean(2 * error * x)
        d_w2 = np.mean(2 * error)
        self.w1[:] = self.w1 - learning_rate * d_w1
        self.w2[:] = self.w2 - learning_rate * d_w2


def train(nn, data, *, epochs, learning_rate):
    samples = list(data)
    if not samples:
        raise ValueError("nothing to train on")
    x_all, y_all = map(np.asarray, zip(*samples))
    losses = []
    with np.errstate(all="ignore"):
        while len(losses) < epochs:
            for x, y in samples:
                nn.backward(x, y, learning_rate)
            loss = float(((y_all - nn.forward(x_all)) ** 2).mean())
            if not -np.inf < loss < np.inf:
                raise FloatingPointError("loss is not finite")
            losses.append(loss)
    return losses
