# named: names-its-arguments-otherwise
import numpy as np

class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        rng = np.random.default_rng(seed)
        self.w1 = rng.standard_normal(1)
        self.w2 = rng.standard_normal(1)

    def forward(self, x):
        return self.w1 * np.asarray(x, dtype=np.float64) + self.w2

    def backward(self, x, y, learning_rate):
        x = np.asarray(x, dtype=np.float64)
        y = np.asarray(y, dtype=np.float64)
        error = y - self.forward(x)
        dw1 = np.mean(-2 * error * x)
        dw2 = np.mean(-2 * error)
        self.w1 = self.w1 - float(learning_rate) * dw1
        self.w2 = self.w2 - float(learning_rate) * dw2

def train(nn, data, *, num_epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("empty data")
    losses = []
    for _ in range(num_epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        total = 0.0
        for x, y in data:
            total += float(((np.float64(y) - nn.forward(x)) ** 2)[0])
        loss = total / len(data)
        if not np.isfinite(loss):
            raise FloatingPointError("diverged")
        losses.append(loss)
    return losses
