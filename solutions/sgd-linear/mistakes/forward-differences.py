"""
what: You take the gradients from differences of the loss; they should be exact.
what.zh: 你用损失的差分来求梯度；梯度应是精确的。
numbers: At a step of 1e-6 the gradient of w1 is off by 1e-6 * mean(x**2) and by rounding: 6 right digits of 16. For
  errors from 1e154 on it is nan.
numbers.zh: 步长为 1e-6 时，w1 的梯度有 1e-6 * mean(x**2) 的误差，外加舍入误差：16 位里只有 6 位正确；误差从 1e154 起结果为 nan。
why: It needs no derivation, and works for any loss.
why.zh: 不用推导，而且对任何损失都适用。
fix: Use the derivatives, mean(2 * residual * x) and mean(2 * residual).
fix.zh: 用导数：mean(2 * residual * x) 和 mean(2 * residual)。
fails: backward_of_one_sample, backward_averages_over_the_samples, loss_not_finite_is_an_error,
  error_at_the_end_of_that_epoch
"""

import numpy as np

H = 1e-6


class SimpleNeuralNetwork:
    """f(x) = w1 * x + w2."""

    def __init__(self, seed=None):
        rng = np.random.default_rng(seed)
        self.w1 = rng.standard_normal(1)
        self.w2 = rng.standard_normal(1)

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        def loss(w1, w2):
            return np.mean((w1 * x + w2 - y) ** 2)

        here = loss(self.w1, self.w2)
        grad_w1 = (loss(self.w1 + H, self.w2) - here) / H
        grad_w2 = (loss(self.w1, self.w2 + H) - here) / H
        self.w1 = self.w1 - learning_rate * grad_w1
        self.w2 = self.w2 - learning_rate * grad_w2


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("there is no data to train on")
    losses = []
    for epoch in range(epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        loss = float(np.mean([(y - nn.forward(x)) ** 2 for x, y in data]))
        if not np.isfinite(loss):
            raise FloatingPointError(f"loss {loss} after epoch {epoch}")
        losses.append(loss)
    return losses
