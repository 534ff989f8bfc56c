# one-generator-for-all-networks
import numpy as np

_rng = None


def get_rng(seed):
    global _rng
    if _rng is None:
        _rng = np.random.default_rng(seed)
    return _rng


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        rng = get_rng(seed)
        self.w1 = rng.standard_normal(1)
        self.w2 = rng.standard_normal(1)

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        diff = self.forward(x) - y
        grads = [2 * np.mean(diff * x), 2 * np.mean(diff)]
        self.w1 = self.w1 - learning_rate * grads[0]
        self.w2 = self.w2 - learning_rate * grads[1]


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("no data given")
    losses = []
    for _ in range(epochs):
        [nn.backward(x, y, learning_rate) for x, y in data]
        errors = np.array([nn.forward(x)[0] - y for x, y in data])
        losses.append(float((errors * errors).sum() / errors.size))
        if not np.isfinite(losses[-1]):
            raise FloatingPointError("not finite")
    return losses
