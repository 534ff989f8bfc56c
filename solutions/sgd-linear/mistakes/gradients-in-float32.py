"""
what: You cast residuals and inputs to float32 for the gradients; the weights are float64 in name
  only.
what.zh: 你把残差和输入转成 float32 来算梯度；权重只是名义上的 float64。
numbers: Each step is off by about 6e-8 of its size, where 1e-16 is possible; an error beyond
  3.4e38 becomes inf.
numbers.zh: 每一步都有约 6e-8 的相对误差，而本可以准到 1e-16；超过 3.4e38 的误差变成 inf。
why: In deep learning float32 is enough, and twice as fast.
why.zh: 深度学习中 float32 够用，而且快一倍。
fix: Leave the casts out: NumPy computes with float64 weights in float64.
fix.zh: 去掉转换：权重是 float64，NumPy 就用 float64 计算。
fails: backward_of_one_sample, backward_averages_over_the_samples, error_at_the_end_of_that_epoch
"""

import numpy as np


class SimpleNeuralNetwork:
    """f(x) = w1 * x + w2."""

    def __init__(self, seed=None):
        rng = np.random.default_rng(seed)
        self.w1 = rng.standard_normal(1)
        self.w2 = rng.standard_normal(1)

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        residual = np.float32(self.forward(x) - y)
        grad_w1 = 2 * np.mean(residual * np.float32(x))
        grad_w2 = 2 * np.mean(residual)
        self.w1 = self.w1 - learning_rate * np.float64(grad_w1)
        self.w2 = self.w2 - learning_rate * np.float64(grad_w2)


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
