r"""
what: You used losses[-1] after the loop; there is none for epochs=0, and IndexError is raised.
what.zh: 循环之后你用了 losses[-1]；epochs=0 时没有它，会抛出 IndexError。
numbers: train(nn, data, epochs=0, learning_rate=0.1) raises "list index out of range" in place of
  giving [].
numbers.zh: train(nn, data, epochs=0, learning_rate=0.1) 抛出 "list index out of range"，而不是给出 []。
why: A last line for the user, tried with epochs > 0 only.
why.zh: 给用户看的最后一行，只在 epochs > 0 时试过。
fix: Print only where there is a loss.
fix.zh: 有损失时才打印。
fails: one_loss_an_epoch, losses_are_a_list_of_floats
crashes: yes
line: \b(?:print|info|debug|log|warn)\(.*\[-1\]|^(?: {4}|\t)\w+\s*=\s*\w+\[-1\]
"""

import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        rng = np.random.default_rng(seed)
        self.w1 = rng.normal(size=1)
        self.w2 = rng.normal(size=1)

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
    print(f"final loss: {losses[-1]:.4f}")
    return losses
