import math
import random
import numpy as np

class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        r = random.Random(seed) if seed is not None else random.SystemRandom()
        self.w1 = np.array([r.gauss(0, 1)])
        self.w2 = np.array([r.gauss(0, 1)])

    def forward(self, x):
        if isinstance(x, np.ndarray):
            return np.array([float(self.w1[0]) * float(v) + float(self.w2[0]) for v in x])
        return np.array([float(self.w1[0]) * float(x) + float(self.w2[0])])

    def backward(self, x, y, learning_rate):
        xs = [float(v) for v in x] if isinstance(x, np.ndarray) else [float(x)]
        ys = [float(v) for v in y] if isinstance(y, np.ndarray) else [float(y)]
        a, b = float(self.w1[0]), float(self.w2[0])
        g1 = g2 = 0.0
        for u, v in zip(xs, ys):
            d = (a * u + b) - v
            g1 += 2 * d * u
            g2 += 2 * d
        self.w1 = np.array([a - float(learning_rate) * g1 / len(xs)])
        self.w2 = np.array([b - float(learning_rate) * g2 / len(xs)])

def train(nn, data, *, epochs, learning_rate):
    if not len(data):
        raise ValueError("empty")
    history = []
    for _ in range(epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        a, b = float(nn.w1[0]), float(nn.w2[0])
        s = 0.0
        for x, y in data:
            d = float(y) - (a * float(x) + b)
            s += d * d
        if not math.isfinite(s / len(data)):
            raise FloatingPointError("loss is not finite")
        history.append(s / len(data))
    return history
