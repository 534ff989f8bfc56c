import numpy as np
from itertools import islice

class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        bits = np.random.MT19937(np.random.SeedSequence(seed))
        gen = np.random.Generator(bits)
        self.w1 = gen.normal(0.0, 1.0, size=(1,))
        self.w2 = gen.normal(0.0, 1.0, size=(1,))

    def forward(self, x):
        return self.w1 * np.float64(x) + self.w2

    def backward(self, x, y, learning_rate):
        x64, y64 = np.float64(x), np.float64(y)
        err = self.forward(x64) - y64
        n = err.size
        self.w1, self.w2 = (self.w1 - np.float64(learning_rate) * 2 * np.sum(err * x64) / n,
                            self.w2 - np.float64(learning_rate) * 2 * np.sum(err) / n)

def _run(nn, data, lr):
    while True:
        for x, y in data:
            nn.backward(x, y, lr)
        yield float(sum(((np.float64(y) - nn.forward(x)[0]) ** 2) for x, y in data) / len(data))

def train(nn, data, *, epochs, learning_rate):
    if epochs and not len(data):
        raise ValueError("no data")
    losses = []
    for v in islice(_run(nn, data, learning_rate), epochs):
        if v != v or v in (float("inf"), float("-inf")):
            raise FloatingPointError(str(v))
        losses.append(v)
    return losses
