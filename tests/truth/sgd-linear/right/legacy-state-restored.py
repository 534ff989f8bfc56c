import os

import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        entropy = int.from_bytes(os.urandom(16), "big") if seed is None else int(seed)
        words = np.random.SeedSequence(entropy).generate_state(8)
        saved = np.random.get_state()
        try:
            np.random.seed(words)
            self.w1 = np.random.randn(1)
            self.w2 = np.random.randn(1)
        finally:
            np.random.set_state(saved)

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
        out = self.forward(x)
        dL_dout = 2 * (out - y) / out.size
        dL_dw1 = np.sum(dL_dout * x, keepdims=True).reshape(1)
        dL_dw2 = np.sum(dL_dout, keepdims=True).reshape(1)
        self.w1 = self.w1 - learning_rate * dL_dw1
        self.w2 = self.w2 - learning_rate * dL_dw2


def train(nn, data, *, epochs, learning_rate):
    n = len(data)
    if n == 0:
        raise ValueError("data must not be empty")
    losses = []
    for _ in range(epochs):
        for i in range(n):
            nn.backward(data[i][0], data[i][1], learning_rate)
        se = 0.0
        for i in range(n):
            d = data[i][1] - nn.forward(data[i][0])[0]
            se += d * d
        mse = float(se / n)
        if np.isnan(mse) or np.isinf(mse):
            raise FloatingPointError("MSE = %r" % mse)
        losses.append(mse)
    return losses
