import abc
import numpy as np

class Module(abc.ABC):
    names = ()

    def __init__(self, seed):
        rng = np.random.default_rng(seed)
        for n in self.names:
            setattr(self, n, rng.standard_normal(size=1))

    @abc.abstractmethod
    def grads(self, x, y): ...

    def step(self, grads, lr):
        for n, g in zip(self.names, grads):
            setattr(self, n, getattr(self, n) - lr * g)

class SimpleNeuralNetwork(Module):
    names = ("w1", "w2")

    def __init__(self, seed=None):
        super().__init__(seed)

    def forward(self, x):
        return self.w1 * np.asarray(x, dtype=np.double) + self.w2

    def grads(self, x, y):
        x, y = (np.asarray(a, dtype=np.double) for a in (x, y))
        e = y - self.forward(x)
        return -2 * (e * x).mean(), -2 * e.mean()

    def backward(self, x, y, learning_rate):
        self.step(self.grads(x, y), float(learning_rate))

class Trainer:
    def __init__(self, nn, data, lr):
        if len(data) == 0:
            raise ValueError("empty")
        self.nn, self.data, self.lr = nn, data, lr

    def epoch(self):
        for s in self.data:
            self.nn.backward(*s, self.lr)
        return self.loss()

    def loss(self):
        v = float(np.mean([np.square(np.float64(t) - self.nn.forward(s)) for s, t in self.data]))
        if not np.isfinite(v):
            raise FloatingPointError("loss")
        return v

def train(nn, data, *, epochs, learning_rate):
    t = Trainer(nn, data, learning_rate)
    return [t.epoch() for _ in range(epochs)]
