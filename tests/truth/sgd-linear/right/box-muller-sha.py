"""Weights from SHA-256 and Box-Muller; no random number generator of NumPy's is touched."""
import hashlib
import math
import secrets

import numpy as np


def _uniforms(key):
    digest = hashlib.sha256(key).digest()
    u = (int.from_bytes(digest[:8], "big") + 1) / 2 ** 64
    v = int.from_bytes(digest[8:16], "big") / 2 ** 64
    return u, v


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        key = secrets.token_bytes(32) if seed is None else b"seed:%d" % seed
        u, v = _uniforms(key)
        r = math.sqrt(-2 * math.log(u))
        self.w1 = np.array([r * math.cos(2 * math.pi * v)])
        self.w2 = np.array([r * math.sin(2 * math.pi * v)])

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        e = self.forward(x) - y
        grad1, grad2 = np.mean(2 * e * x), np.mean(2 * e)
        self.w1[...] = self.w1 - learning_rate * grad1
        self.w2[...] = self.w2 - learning_rate * grad2


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("no data")
    losses = []
    for _ in range(epochs):
        for pair in data:
            nn.backward(*pair, learning_rate)
        squares = [float(np.square(y - nn.forward(x)).item()) for x, y in data]
        losses.append(sum(squares) / len(squares))
        if not math.isfinite(losses[-1]):
            raise FloatingPointError("not finite")
    return losses
