import numpy as np

class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        self._seed = np.random.SeedSequence(seed)

    def __getattr__(self, name):
        if name in ("w1", "w2"):
            rng = np.random.default_rng(self._seed)
            for n in ("w1", "w2"):
                v = rng.standard_normal(1)
                self.__dict__.setdefault(n, v)
            return self.__dict__[name]
        raise AttributeError(name)

    def forward(self, x):
        return np.asarray(self.w1 * np.asarray(x, dtype=np.float64) + self.w2, dtype=np.float64)

    def backward(self, x, y, learning_rate):
        x, y = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
        e = self.forward(x) - y
        lr = np.float64(learning_rate)
        d = np.array([np.mean(2 * e * x), np.mean(2 * e)])
        self.w1, self.w2 = self.w1 - lr * d[0], self.w2 - lr * d[1]

def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("empty")
    losses = []
    with np.errstate(all="ignore"):
        for _ in range(epochs):
            for x, y in data:
                nn.backward(x, y, learning_rate)
            loss = np.float64(0.0)
            for x, y in data:
                loss += (np.float64(y) - nn.forward(x).sum()) ** 2
            loss = float(loss / len(data))
            if not np.isfinite(loss):
                raise FloatingPointError
            losses.append(loss)
    return losses
