import numpy as np

class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        self.params = dict(zip(("w1", "w2"), np.vsplit(np.random.default_rng(seed).standard_normal((2, 1)), 2)))
        self.params = {k: v.ravel() for k, v in self.params.items()}

    w1 = property(lambda s: s.params["w1"], lambda s, v: s.params.__setitem__("w1", v))
    w2 = property(lambda s: s.params["w2"], lambda s, v: s.params.__setitem__("w2", v))

    def forward(self, x):
        return self.w1 * np.asarray(x, dtype=np.float64) + self.w2

    def backward(self, x, y, learning_rate):
        x, y = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
        diff = np.subtract(self.forward(x), y)
        new = {"w1": self.w1 - 2 * float(learning_rate) * np.mean(diff * x),
               "w2": self.w2 - 2 * float(learning_rate) * np.mean(diff)}
        self.params = new

class _Train:
    def __call__(self, nn, data, *, epochs, learning_rate):
        self.validate(data)
        return list(self.epochs(nn, data, epochs, learning_rate))
    def validate(self, data):
        if len(data) == 0:
            raise ValueError("empty data")
    def epochs(self, nn, data, n, lr):
        for _ in range(n):
            for x, y in data:
                nn.backward(x, y, lr)
            loss = np.square(np.concatenate([nn.forward(x) - np.float64(y) for x, y in data])).mean()
            if not np.isfinite(loss):
                raise FloatingPointError("diverged")
            yield float(loss)

train = _Train()
