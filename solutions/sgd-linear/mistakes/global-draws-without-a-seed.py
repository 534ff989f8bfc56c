r"""
what: Without a seed you drew from NumPy's global random state; it should be left as it was found
  then, too.
what.zh: 不给种子时，你从 NumPy 的全局随机状态抽取；此时它也应保持原样。
numbers: Each SimpleNeuralNetwork() takes two of the caller's draws: what np.random gives after it
  is shifted by two.
numbers.zh: 每个 SimpleNeuralNetwork() 都用掉调用方的两个随机数：此后 np.random 给出的数全部错开两位。
why: Without a seed the module np.random looks like a generator like any other.
why.zh: 不给种子时，模块 np.random 看上去和别的生成器一样。
fix: `RandomState(None)` and `default_rng(None)` are seeded afresh by the system: pass the seed on
  as it is.
fix.zh: `RandomState(None)` 和 `default_rng(None)` 会由系统重新取种子：把 seed 原样传入即可。
fails: global_random_state_is_left_alone
line: \bnp\.random\s+if\b|\belse\s+np\.random\b(?!\.(?:RandomState|default_rng|Generator|SeedSequence|PCG64))|=\s*np\.random\s*$|\bnp\.random\.(?:randn|normal|standard_normal)\(.*\)\s+if\s+seed\s+is\s+None|\breturn\b.*\bnp\.random\.(?:randn|normal|standard_normal)\(
"""

import math

import numpy as np


class SimpleNeuralNetwork:
    """y = w1 * x + w2, updated in place."""

    def __init__(self, seed=None):
        random_state = np.random if seed is None else np.random.RandomState(seed)
        self.w1 = random_state.randn(1)
        self.w2 = random_state.randn(1)

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
