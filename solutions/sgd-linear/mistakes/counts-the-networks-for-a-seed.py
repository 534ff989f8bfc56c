"""
what: Without a seed you take a counter from 0 for one, so such networks are those of seed=0, 1, 2.
what.zh: 不给种子时你用从 0 开始的计数器作种子，于是这些网络就是 seed=0、1、2 的网络。
numbers: The first network without a seed has the weights of SimpleNeuralNetwork(seed=0), in every
  run of the program.
numbers.zh: 程序每次运行时，第一个不给种子的网络都与 SimpleNeuralNetwork(seed=0) 权重相同。
why: A counter makes them differ from each other, which is all that was tried.
why.zh: 计数器能使它们彼此不同，而作者只试了这一点。
fix: Pass None on: default_rng then takes a fresh seed from the system.
fix.zh: 把 None 原样传入：default_rng 会从系统取新的种子。
fails: seed_decides_the_weights
"""

import itertools

import numpy as np

_made = itertools.count()


class SimpleNeuralNetwork:
    """f(x) = w1 * x + w2."""

    def __init__(self, seed=None):
        rng = np.random.default_rng(next(_made) if seed is None else seed)
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
