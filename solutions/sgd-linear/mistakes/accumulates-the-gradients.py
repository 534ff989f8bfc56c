r"""
what: You add up the gradients of all steps so far; each step should use its own gradient alone.
what.zh: 你把到目前为止各步的梯度累加起来；每步应只用自己的梯度。
numbers: The first step is right, the second repeats it on top of its own. After an epoch on [(1,
  3), (2, 5), (-1, 0)] the loss is 21.8 in place of 0.059.
numbers.zh: 第一步正确，第二步在自己的梯度上又重复第一步。在数据 [(1, 3), (2, 5), (-1, 0)] 上一轮之后损失为 21.8 而不是 0.059。
why: It is what PyTorch does until `optimizer.zero_grad()` is called.
why.zh: 在调用 `optimizer.zero_grad()` 之前，PyTorch 正是这样累加的。
fix: Assign the gradients afresh in each step.
fix.zh: 每步都重新给梯度赋值。
fails: backward_of_one_sample, backward_averages_over_the_samples, error_at_the_end_of_that_epoch
line: \bself\.\w*(?:grad|dw|d_w|g1|g2)\w*\s*\+=|\bself\.\w*(?:grad|dw|d_w|g1|g2)\w*\s*=\s*self\.\w*(?:grad|dw|d_w|g1|g2)\w*\s*\+
"""

import math

import numpy as np


class SimpleNeuralNetwork:
    """y = w1 * x + w2, updated in place."""

    def __init__(self, seed=None):
        random_state = np.random.RandomState(seed)
        self.w1 = random_state.randn(1)
        self.w2 = random_state.randn(1)
        self.grad_w1 = 0.0
        self.grad_w2 = 0.0

    def forward(self, x):
        return np.add(np.multiply(self.w1, x), self.w2)

    def backward(self, x, y, learning_rate):
        diff = self.forward(x) - y
        self.grad_w1 += (2.0 * diff * x).mean()
        self.grad_w2 += (2.0 * diff).mean()
        self.w1 -= learning_rate * self.grad_w1
        self.w2 -= learning_rate * self.grad_w2


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
