import numpy as np

class SimpleNeuralNetwork:
    def __new__(cls, seed=None):
        self = super().__new__(cls)
        rng = np.random.default_rng(seed)
        self.__dict__.update(w1=rng.standard_normal(1), w2=rng.standard_normal(1))
        return self

    def __init__(self, seed=None):
        pass

    def forward(self, x, **_):
        return np.asarray(x, dtype=np.float64) * self.__dict__["w1"] + self.__dict__["w2"]

    def backward(self, x, y, learning_rate, **_):
        x = np.asarray(x, dtype=np.float64)
        delta = np.asarray(y, dtype=np.float64) - self.forward(x)
        u = {"w1": np.mean(delta * x), "w2": np.mean(delta)}
        for k, v in u.items():
            self.__dict__[k] = self.__dict__[k] + float(learning_rate) * 2 * v

def train(nn, data, *, epochs=1, learning_rate=0.01, verbose=False):
    assert isinstance(nn, SimpleNeuralNetwork)
    if len(data) == 0:
        raise ValueError("empty data")
    losses = []
    for _ in range(epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        xs = np.array([float(x) for x, _ in data])
        ys = np.array([float(y) for _, y in data])
        loss = float(((ys - nn.forward(xs)) ** 2).sum() / len(ys))
        if verbose:
            print(loss)
        if not np.isfinite(loss):
            raise FloatingPointError("loss is not finite")
        losses.append(loss)
    return losses
