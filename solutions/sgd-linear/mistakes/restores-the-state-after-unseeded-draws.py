r"""
what: You put the global random state back after draws without a seed, so all such networks have
  equal weights.
what.zh: 不给种子抽取之后你也恢复了全局随机状态，于是这些网络的权重全都相同。
numbers: Ten networks without a seed have one pair of weights among them.
numbers.zh: 十个不给种子的网络只有同一组权重。
why: Saving and restoring the state is right for a seed; without one it replays the same draws.
why.zh: 给了种子时，保存再恢复状态是对的；没有种子时，它会重放同样的抽取。
fix: Use a generator of your own; nothing needs restoring then.
fix.zh: 使用自己的生成器，就不必恢复任何东西。
fails: seed_decides_the_weights
"""

import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        state = np.random.get_state()
        if seed is not None:
            np.random.seed(seed)
        self.w1 = np.random.randn(1)
        self.w2 = np.random.randn(1)
        np.random.set_state(state)

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
