r"""
what: You returned an array; train should return a list of plain floats.
what.zh: 你返回了数组；train 应返回普通 float 的列表。
numbers: `losses == []` and `losses.append` don't work on it; json.dumps refuses it.
numbers.zh: `losses == []` 和 `losses.append` 都不能用；json.dumps 也拒收。
why: An array is handier for plotting.
why.zh: 数组更便于画图。
fix: Return the list itself.
fix.zh: 直接返回列表。
fails: losses_are_a_list_of_floats
line: \breturn\s+(?:np\.)?(?:array|asarray|fromiter)\(\s*(?:losses|history|results?|mses?|out)\b|=\s*np\.(?:zeros|full)\(\s*\(?\s*epochs
"""

import math

import numpy as np


class SimpleNeuralNetwork:
    """y = w1 * x + w2, updated in place."""

    def __init__(self, seed=None):
        random_state = np.random.RandomState(seed)
        self.w1 = random_state.randn(1)
        self.w2 = random_state.randn(1)

    def forward(self, x):
        return np.add(np.multiply(self.w1, x), self.w2)

    def backward(self, x, y, learning_rate):
        diff = self.forward(x) - y
        grad_w1 = (2.0 * diff * x).mean()
        grad_w2 = (2.0 * diff).mean()
        self.w1 -= learning_rate * grad_w1
        self.w2 -= learning_rate * grad_w2


def train(nn, data, *, epochs, learning_rate):
    if not data:
        raise ValueError("no data to train on")

    inputs = np.array([pair[0] for pair in data], dtype=float)
    targets = np.array([pair[1] for pair in data], dtype=float)

    history = []
    for _ in range(epochs):
        for i in range(len(data)):
            nn.backward(inputs[i], targets[i], learning_rate)
        mse = float(((nn.forward(inputs) - targets) ** 2).mean())
        if not math.isfinite(mse):
            raise FloatingPointError("training diverged")
        history.append(mse)
    return np.array(history)
