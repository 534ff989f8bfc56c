r"""
what: Your backward uses the output that forward kept; it has to compute its own, at x and the
  present weights.
what.zh: 你的 backward 用了 forward 留下的输出；它应在 x 和当前权重处自己计算。
numbers: Without a forward call before it, AttributeError; after a forward on something else, the
  gradient of something else.
numbers.zh: 之前没有调用 forward 时抛出 AttributeError；之前对别的输入调用过，则得到别的梯度。
why: Frameworks cache what the backward pass needs, and train does call forward first.
why.zh: 框架会缓存反向传播所需的量，而 train 里确实先调用了 forward。
fix: Call `self.forward(x)` inside backward.
fix.zh: 在 backward 内部调用 `self.forward(x)`。
fails: backward_of_one_sample, backward_averages_over_the_samples,
  both_gradients_at_the_old_weights, backward_keeps_the_weights_form
crashes: yes
line: \bself\.\w*(?:y_?hat|pred|output|last|cache)\w*\b|\bself\.(?!w[12]\b)\w+\s*=\s*self\.w1\s*\*
"""

from typing import Optional, Sequence

import numpy as np


class SimpleNeuralNetwork:
    """A network with one input, one output and two weights."""

    def __init__(self, seed: Optional[int] = None) -> None:
        generator = np.random.Generator(np.random.PCG64(seed))
        # First the slope, then the intercept.
        self.w1 = generator.standard_normal(size=(1,))
        self.w2 = generator.standard_normal(size=(1,))

    def forward(self, x):
        self.y_hat = self.w1 * x + self.w2
        return self.y_hat

    def backward(self, x, y, learning_rate: float) -> None:
        # Chain rule: dL/dw = dL/dy_hat * dy_hat/dw
        dL_dy_hat = 2.0 * (self.y_hat - y)
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
            nn.forward(x)
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
