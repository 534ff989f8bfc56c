import numpy as np


def _make_step(get, put):
    def step(x, y, rate):
        w1, w2 = get()
        r = y - (w1 * x + w2)
        put(w1 + 2 * rate * np.mean(r * x), w2 + 2 * rate * np.mean(r))
    return step


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        normal = np.random.Generator(np.random.Philox(seed)).standard_normal
        self.w1, self.w2 = normal(1), normal(1)

        def put(a, b):
            self.w1, self.w2 = a, b

        self._step = _make_step(lambda: (self.w1, self.w2), put)

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        self._step(x, y, learning_rate)


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError

    def loss():
        total = np.float64(0)
        for x, y in data:
            total += np.square(y - nn.forward(x))[0]
        return float(total / len(data))

    def epoch():
        for x, y in data:
            nn.backward(x, y, learning_rate)
        value = loss()
        if value - value != 0:          # inf - inf and nan - nan are nan
            raise FloatingPointError(value)
        return value

    return [epoch() for _ in range(epochs)]
