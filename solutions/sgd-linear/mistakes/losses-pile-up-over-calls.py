r"""
what: Your list of losses lives on the network, so that a second call returns those of the first,
  too.
what.zh: 你的损失列表存在网络上，于是第二次调用连第一次的损失也一起返回。
numbers: train with epochs=4, then with epochs=2 on the same network: 6 losses in place of 2.
numbers.zh: 对同一网络先 epochs=4 再 epochs=2：返回 6 个损失而不是 2 个。
why: A history kept on the model is what Keras users know.
why.zh: Keras 用户习惯把历史记录放在模型上。
fix: Make a new list in each call of train.
fix.zh: 每次调用 train 都新建列表。
fails: one_loss_an_epoch
line: \b(?:self|nn|net|model|cls)\.\w*(?:losses|history)\w*\b|\blosses\s*=\s*\[\s*\]\s*\)|\bdef\s+train\(.*=\s*\[\s*\]
"""

import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        rng = np.random.default_rng(seed)
        self.w1 = rng.normal(size=1)
        self.w2 = rng.normal(size=1)
        self.losses = []

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
    for epoch in range(epochs):
        for x, y in data:
            nn.backward(x, y, learning_rate)
        loss = np.mean([(y - nn.forward(x)) ** 2 for x, y in data])
        if not np.isfinite(loss):
            raise FloatingPointError(f"loss is {loss} in epoch {epoch}")
        nn.losses.append(float(loss))
    return nn.losses
