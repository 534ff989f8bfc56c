"""
what: You named arguments of train otherwise than the statement does.
what.zh: 你给 train 的参数起的名字与题面不同。
numbers: Where they are called network and samples, train(nn=nn, data=data, ...) raises "got an unexpected keyword argument"; by position it
  works.
numbers.zh: 若把它们叫作 network 和 samples，train(nn=nn, data=data, ...) 抛出 "got an unexpected keyword argument"；按位置传入则正常。
why: The names looked better so, and the author called it by position.
why.zh: 作者觉得这样的名字更好，而且是按位置调用的。
fix: Take the signature as it is given.
fix.zh: 采用给定的签名。
fails: losses_are_a_list_of_floats
crashes: yes
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
        residual = self.forward(x) - y
        grad_w1 = 2 * np.mean(residual * x)
        grad_w2 = 2 * np.mean(residual)
        self.w1 = self.w1 - learning_rate * grad_w1
        self.w2 = self.w2 - learning_rate * grad_w2


def train(network, samples, *, epochs, learning_rate):
    if len(samples) == 0:
        raise ValueError("there is no data to train on")
    losses = []
    for epoch in range(epochs):
        for x, y in samples:
            network.backward(x, y, learning_rate)
        loss = float(np.mean([(y - network.forward(x)) ** 2 for x, y in samples]))
        if not np.isfinite(loss):
            raise FloatingPointError(f"loss {loss} after epoch {epoch}")
        losses.append(loss)
    return losses
