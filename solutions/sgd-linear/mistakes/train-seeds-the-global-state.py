"""
what: train seeds NumPy's global random state, which it has no use for; it should be left as it was
  found.
what.zh: train 给 NumPy 的全局随机状态设了种子，而它根本用不到；全局状态应保持原样。
numbers: After every call of train the caller's next np.random.randn() is 1.7641, whatever was
  seeded before.
numbers.zh: 每次调用 train 之后，调用方的下一个 np.random.randn() 都是 1.7641，不管先前设了什么种子。
why: It stands at the top of training scripts, for runs that can be repeated.
why.zh: 训练脚本开头常有这一行，为的是可以复现。
fix: Leave the line out: nothing in train is random.
fix.zh: 去掉这一行：train 里没有任何随机的东西。
fails: global_random_state_is_left_alone
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


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("there is no data to train on")
    np.random.seed(0)
    losses = []
    for epoch in range(epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        loss = float(np.mean([(y - nn.forward(x)) ** 2 for x, y in data]))
        if not np.isfinite(loss):
            raise FloatingPointError(f"loss {loss} after epoch {epoch}")
        losses.append(loss)
    return losses
