from collections import deque
import numpy as np

class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        rng = np.random.default_rng(seed)
        (self.w1,), (self.w2,) = rng.standard_normal((1, 1)), rng.standard_normal((1, 1))

    def forward(self, x):
        return self.w1 * np.asarray(x, np.float64) + self.w2

    def backward(self, x, y, learning_rate):
        X = np.asarray(x, np.float64)
        Y = np.asarray(y, np.float64)
        P = self.forward(X)
        G = 2 * (P - Y) * float(learning_rate) / P.size
        self.w2 = self.w2 - G.sum(keepdims=True)
        self.w1 = self.w1 - (G * X).sum(keepdims=True)

def train(nn, data, *, epochs, learning_rate):
    queue = deque((float(x), float(y)) for x, y in data)
    if not queue:
        raise ValueError("empty")
    losses = []
    for _ in range(epochs):
        for _ in range(len(queue)):
            x, y = queue[0]
            queue.rotate(-1)
            nn.backward(x, y, learning_rate)
        loss = sum(float((y - nn.forward(x)[0]) * (y - nn.forward(x)[0])) for x, y in queue) / len(queue)
        if not -np.inf < loss < np.inf:
            raise FloatingPointError("loss")
        losses.append(loss)
    return losses
