# nothing-trains
import numpy as np


class SimpleNeuralNetwork:
    """w1 * x + w2"""

    def __init__(self, seed=None):
        rng = np.random.default_rng(seed)
        self.w1 = rng.standard_normal((1,))
        self.w2 = rng.standard_normal((1,))

    def forward(self, x):
        """Prediction."""
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        """One step."""
        w1, w2 = self.w1, self.w2
        diff = 2 * (w1 * x + w2 - y)
        grad1 = (diff * x).mean()
        grad2 = diff.mean()
        w1 = w1 - learning_rate * grad1
        w2 = w2 - learning_rate * grad2


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("data must have at least one pair")
    x_all = np.fromiter((p[0] for p in data), dtype=float)
    y_all = np.fromiter((p[1] for p in data), dtype=float)
    losses = []
    for _ in range(epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        mse = float(np.mean(np.square(nn.forward(x_all) - y_all)))
        if np.isnan(mse) or np.isinf(mse):
            raise FloatingPointError("MSE is %g" % mse)
        losses.append(mse)
    return losses
