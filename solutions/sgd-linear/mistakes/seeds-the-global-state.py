r"""
what: You seeded and drew from NumPy's global random state; it should be left as it was found.
what.zh: 你给 NumPy 的全局随机状态设了种子并从中抽取；它应保持原样。
numbers: After SimpleNeuralNetwork(seed=1) the caller's next np.random.randn() is always -0.5282,
  whatever the caller seeded.
numbers.zh: 创建 SimpleNeuralNetwork(seed=1) 之后，调用方的下一个 np.random.randn() 总是 -0.5282，不管其先前设了什么种子。
why: `np.random.seed(seed)` is what tutorials begin with.
why.zh: 教程一开头往往就是 `np.random.seed(seed)`。
fix: Draw from a generator of your own, `rng = np.random.default_rng(seed)`.
fix.zh: 从自己的生成器抽取：`rng = np.random.default_rng(seed)`。
fails: global_random_state_is_left_alone
line: ^(?: {8}|\t\t)np\.random\.seed\(\s*seed\s*\)
"""

from typing import Optional, Sequence

import numpy as np


class SimpleNeuralNetwork:
    """A network with one input, one output and two weights."""

    def __init__(self, seed: Optional[int] = None) -> None:
        np.random.seed(seed)
        # First the slope, then the intercept.
        self.w1 = np.random.standard_normal(size=(1,))
        self.w2 = np.random.standard_normal(size=(1,))

    def forward(self, x):
        y_hat = self.w1 * x + self.w2
        return y_hat

    def backward(self, x, y, learning_rate: float) -> None:
        # Forward pass
        y_hat = self.forward(x)
        # Chain rule: dL/dw = dL/dy_hat * dy_hat/dw
        dL_dy_hat = 2.0 * (y_hat - y)
        dL_dw1 = np.average(dL_dy_hat * x)
        dL_dw2 = np.average(dL_dy_hat)
        # Step downhill
        self.w1 = self.w1 - learning_rate * dL_dw1
        self.w2 = self.w2 - learning_rate * dL_dw2


def train(nn, data: Sequence, *, epochs: int, learning_rate: float) -> list:
    number_of_samples = len(data)
    if number_of_samples == 0:
        raise ValueError("Empty data set.")
    losses = []
    for epoch in range(epochs):
        # One pass over the data
        for x, y in data:
            nn.backward(x, y, learning_rate)
        # Evaluate
        total = 0.0
        for x, y in data:
            error = float(y - nn.forward(x)[0])
            total += error * error
        epoch_loss = total / number_of_samples
        if np.isnan(epoch_loss) or np.isinf(epoch_loss):
            raise FloatingPointError("Loss is not finite.")
        losses.append(epoch_loss)
    return losses
