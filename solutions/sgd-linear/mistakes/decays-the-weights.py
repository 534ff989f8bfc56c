"""
what: You added a little weight decay to the gradient of w1; the step follows the gradient of the
  mean squared error alone.
what.zh: 你给 w1 的梯度加了一点权重衰减；步应只沿均方误差的梯度。
numbers: At a decay of 1e-4, w1 = 1 and rate 0.1 each step takes 1e-5 more from w1; training ends
  beside the minimum.
numbers.zh: 衰减为 1e-4、w1 = 1、学习率 0.1 时，每一步多减去 w1 的 1e-5；训练停在最小值旁边。
why: It is in every recipe for training networks.
why.zh: 训练网络的各种配方里都有它。
fix: Leave the term out.
fix.zh: 去掉这一项。
fails: backward_of_one_sample, backward_averages_over_the_samples
"""

import numpy as np

WEIGHT_DECAY = 1e-4


class SimpleNeuralNetwork:
    """f(x) = w1 * x + w2."""

    def __init__(self, seed=None):
        rng = np.random.default_rng(seed)
        self.w1 = rng.standard_normal(1)
        self.w2 = rng.standard_normal(1)

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        residual = self.forward(x) - y
        grad_w1 = 2 * np.mean(residual * x) + WEIGHT_DECAY * self.w1
        grad_w2 = 2 * np.mean(residual)
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
