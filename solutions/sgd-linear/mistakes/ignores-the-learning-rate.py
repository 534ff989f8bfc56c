r"""
what: You stepped with a rate of your own; the step should use learning_rate.
what.zh: 你用自己定的学习率走步；应使用 learning_rate。
numbers: With 0.01, at learning_rate=0.1 each step is ten times too short: (1.88, 0.96) in place of (0.8, 0.6).
numbers.zh: 用 0.01 走步，learning_rate=0.1 时每步短了十倍：得到 (1.88, 0.96) 而不是 (0.8, 0.6)。
why: A value put in while trying things out was left there.
why.zh: 试验时写下的数值忘了换掉。
fix: Multiply the gradients by `learning_rate`.
fix.zh: 梯度乘以 `learning_rate`。
fails: backward_of_one_sample, backward_averages_over_the_samples,
  both_gradients_at_the_old_weights, loss_not_finite_is_an_error, error_at_the_end_of_that_epoch
line: -=?\s*(?:0?\.\d+|1(?:\.0*)?e-\d+)\s*\*|\blearning_rate\s*=\s*(?:0?\.\d|1(?:\.0*)?e-)
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
        self.w1 -= 0.01 * grad_w1
        self.w2 -= 0.01 * grad_w2


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
    return history
