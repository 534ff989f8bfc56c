r"""
what: You share one generator among all networks, so only the first network's seed counts.
what.zh: 你让所有网络共用一个生成器，因此只有第一个网络的种子起作用。
numbers: The second network with seed=3 continues where the first stopped, with other weights.
numbers.zh: 第二个 seed=3 的网络接着第一个往下抽，得到不同的权重。
why: Making a generator once, for the whole module, is the usual advice for scripts.
why.zh: 整个模块只建一个生成器，是对脚本的常见建议。
fix: Make the generator in `__init__`, from that network's seed.
fix.zh: 在 `__init__` 中用该网络的种子建生成器。
fails: seed_decides_the_weights
line: ^\s*global\b|^\w*(?:rng|random|gen|RNG)\w*\s*=\s*(?:np\.random\.)?(?:default_rng|RandomState|Generator|None)\b|\b(?:cls|SimpleNeuralNetwork|type\(\s*self\s*\)|self\.__class__)\.\w*(?:rng|random|gen)\w*|^(?: {4}|\t)_?(?:rng|generator|random_state)\s*=
"""

import math

import numpy as np


_random_state = None


class SimpleNeuralNetwork:
    """y = w1 * x + w2, updated in place."""

    def __init__(self, seed=None):
        global _random_state
        if _random_state is None:
            _random_state = np.random.RandomState(seed)
        self.w1 = _random_state.randn(1)
        self.w2 = _random_state.randn(1)

    def forward(self, x):
        return np.add(np.multiply(self.w1, x), self.w2)

    def backward(self, x, y, learning_rate):
        diff = self.forward(x) - y
        grad_w1 = (2.0 * diff * x).mean()
        grad_w2 = (2.0 * diff).mean()
        self.w1 -= learning_rate * grad_w1
        self.w2 -= learning_rate * grad_w2


def train(nn, data, *, epochs, learning_rate):
    if not data:
        raise ValueError("no data to train on")

    inputs = np.array([pair[0] for pair in data], dtype=float)
    targets = np.array([pair[1] for pair in data], dtype=float)

    history = []
    for _ in range(epochs):
        for i in range(len(data)):
            nn.backward(inputs[i], targets[i], learning_rate)
        mse = float(((nn.forward(inputs) - targets) ** 2).mean())
        if not math.isfinite(mse):
            raise FloatingPointError("training diverged")
        history.append(mse)
    return history
