import numpy as np

class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        self.w1, self.w2 = (np.array([v]) for v in np.random.default_rng(seed).standard_normal(2).tolist())

    def forward(self, x):
        return (self.w1 * np.asarray(x, np.float64)) + self.w2

    def backward(self, x, y, learning_rate):
        x, y = np.asarray(x, np.longdouble), np.asarray(y, np.longdouble)
        e = y - (self.w1.astype(np.longdouble) * x + self.w2)
        lr = np.longdouble(learning_rate)
        a = self.w1 + 2 * lr * np.mean(e * x)
        b = self.w2 + 2 * lr * np.mean(e)
        self.w1, self.w2 = a.astype(np.float64), b.astype(np.float64)

def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("empty data")
    losses = []
    for _ in range(epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        loss = np.float64(0)
        for i, (x, y) in enumerate(data):
            loss += (((np.float64(y) - nn.forward(x)[0]) ** 2) - loss) / (i + 1)
        if not np.isfinite(loss):
            raise FloatingPointError
        losses.append(float(loss))
    return losses
