import numpy as np

def make_step(get, put):
    def step(x, y, lr):
        a, b = get()
        r = y - (a * x + b)
        put(a + lr * 2 * np.mean(r * x), b + lr * 2 * np.mean(r))
    return step

class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        g = np.random.default_rng(seed)
        self.w1, self.w2 = g.normal(size=1), g.normal(size=1)
        self._step = make_step(lambda: (self.w1, self.w2), self._put)

    def _put(self, a, b):
        self.w1, self.w2 = a, b

    def forward(self, x):
        x = np.asarray(x, dtype=np.float64)
        return np.einsum("i,j->j", self.w1, x.reshape(-1)) + self.w2

    def backward(self, x, y, learning_rate):
        self._step(np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64), float(learning_rate))

def train(nn, data, *, epochs, learning_rate):
    if len(data) <= 0:
        raise ValueError("data must contain at least one pair")
    def loss():
        return float(np.mean(np.square([float(y) - float(nn.forward(x)[0]) for x, y in data])))
    def epoch(_):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        value = loss()
        if np.isfinite(value):
            return value
        raise FloatingPointError(value)
    return list(map(epoch, range(epochs)))
