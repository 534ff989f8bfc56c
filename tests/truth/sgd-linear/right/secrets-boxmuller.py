import math
import secrets
import hashlib
import numpy as np

def _uniforms(seed):
    raw = secrets.token_bytes(32) if seed is None else hashlib.sha256(b"w%d" % seed).digest()
    return [(int.from_bytes(raw[i:i + 8], "big") >> 11) / 2.0 ** 53 for i in (0, 8)]

class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        u, v = _uniforms(seed)
        r = math.sqrt(-2 * math.log(1 - u))
        self.w1 = np.array([r * math.cos(2 * math.pi * v)])
        self.w2 = np.array([r * math.sin(2 * math.pi * v)])

    def forward(self, x):
        return np.polyval([self.w1, self.w2], np.asarray(x, dtype=float)).reshape(-1)

    def backward(self, x, y, learning_rate):
        x = np.asarray(x, dtype=float).reshape(-1)
        y = np.asarray(y, dtype=float).reshape(-1)
        e = self.forward(x) - y
        eta = float(learning_rate)
        new1 = self.w1 - eta * np.dot(e, x) * 2 / len(x)
        new2 = self.w2 - eta * np.dot(e, np.ones_like(e)) * 2 / len(x)
        self.w1, self.w2 = new1, new2

def train(nn, data, *, epochs, learning_rate):
    data = [tuple(map(float, p)) for p in data]
    if data == []:
        raise ValueError("empty data")
    xs, ys = map(np.array, zip(*data))
    losses = []
    for _ in range(epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        losses.append(np.mean((ys - nn.forward(xs)) ** 2).item())
        if not math.isfinite(losses[-1]):
            raise FloatingPointError("loss %r" % losses[-1])
    return losses
