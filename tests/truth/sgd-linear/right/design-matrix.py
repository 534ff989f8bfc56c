import numpy as np

def _design(x):
    x = np.atleast_1d(np.asarray(x, dtype=np.float64))
    return np.stack([x, np.ones_like(x)], axis=1)

class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        self._theta = np.random.default_rng(seed).normal(size=2)

    @property
    def w1(self):
        return self._theta[:1]

    @w1.setter
    def w1(self, v):
        self._theta[0] = np.asarray(v).item()

    @property
    def w2(self):
        return self._theta[1:]

    @w2.setter
    def w2(self, v):
        self._theta[1] = np.asarray(v).item()

    def forward(self, x):
        return _design(x) @ self._theta

    def backward(self, x, y, learning_rate):
        A = _design(x)
        r = np.atleast_1d(np.asarray(y, dtype=np.float64)) - A @ self._theta
        self._theta += 2 * np.float64(learning_rate) / len(A) * (A.T @ r)

def train(nn, data, *, epochs, learning_rate):
    if len(data) < 1:
        raise ValueError("data must not be empty")
    losses = []
    arr = np.array([[float(a), float(b)] for a, b in data])
    for _ in range(epochs):
        for x, y in arr:
            nn.backward(x, y, learning_rate)
        loss = float(np.mean((arr[:, 1] - nn.forward(arr[:, 0])) ** 2))
        if not (loss < float("inf")):
            raise FloatingPointError
        losses.append(loss)
    return losses
