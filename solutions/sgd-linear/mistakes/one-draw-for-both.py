r"""
what: Both weights are one and the same draw, so w1 and w2 are always equal.
what.zh: 两个权重是同一次抽取，因此 w1 与 w2 总相等。
numbers: Two generators with seed=0 both give 0.1257; their correlation over seeds is 1 in place of 0.
numbers.zh: 两个 seed=0 的生成器都给出 0.1257；在各种子上的相关系数是 1 而不是 0。
why: One line a weight, each complete in itself: a seed looks like something to pass wherever a draw
  is made.
why.zh: 每个权重一行、各自完整：看起来凡是抽取的地方都该传入种子。
fix: Make one generator and draw from it twice.
fix.zh: 只建一个生成器，从中抽取两次。
fails: two_standard_normal_draws
line: ^\s*self\.w[12]\s*=\s*.*\b(?:default_rng|RandomState|Random)\(\s*seed\s*\)\)?\.|\breturn\b.*\b(?:default_rng|RandomState)\(\s*seed\s*\)\.\w+\(\s*(?:size\s*=\s*)?\(?\s*1\b(?!\s*,\s*\d)|^\s*self\.w2\s*=\s*\w+\(\s*seed\s*\)\s*$|\bself\.w2\s*=\s*self\.w1(?:\.copy\(\s*\))?\s*$|\bself\.w1\s*=\s*self\.w2\s*=
"""

import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        self.w1 = np.random.default_rng(seed).normal(size=1)
        self.w2 = np.random.default_rng(seed).normal(size=1)

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        error = y - self.forward(x)
        dw1 = np.mean(-2 * x * error)
        dw2 = np.mean(-2 * error)
        self.w1 = self.w1 - learning_rate * dw1
        self.w2 = self.w2 - learning_rate * dw2


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("data is empty")
    losses = []
    for epoch in range(epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        loss = np.mean([(y - nn.forward(x)) ** 2 for x, y in data])
        if not np.isfinite(loss):
            raise FloatingPointError(f"loss is {loss} in epoch {epoch}")
        losses.append(float(loss))
    return losses
