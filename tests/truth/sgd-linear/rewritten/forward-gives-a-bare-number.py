# forward-gives-a-bare-number
import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        bits = np.random.default_rng(seed)
        self.w1 = bits.standard_normal(size=(1,))
        self.w2 = bits.standard_normal(size=(1,))

    def forward(self, x):
        out = self.w1 * x + self.w2
        if np.ndim(x) == 0:
            return float(out[0])
        return out

    def backward(self, x, y, learning_rate):
        x, y = np.asarray(x, float), np.asarray(y, float)
        e = y - self.forward(x)
        step1 = learning_rate * np.mean(2 * e * x)
        step2 = learning_rate * np.mean(2 * e)
        self.w1 = self.w1 + step1
        self.w2 = self.w2 + step2


def train(nn, data, *, epochs, learning_rate):
    if not len(data):
        raise ValueError
    X, Y = map(np.array, zip(*[(float(a), float(b)) for a, b in data]))
    history = []
    for _ in range(epochs):
        for i in range(len(X)):
            nn.backward(X[i], Y[i], learning_rate)
        history.append(float(((Y - nn.forward(X)) ** 2).mean()))
        if not np.isfinite(history[-1]):
            raise FloatingPointError(history[-1])
    return history
