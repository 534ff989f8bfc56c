r"""
what: You compute with arrays kept elsewhere, so weights that are assigned to w1 and w2 change
  nothing.
what.zh: 你用另存的数组来计算，因此赋给 w1 和 w2 的权重不起作用。
numbers: nn.w1 = np.array([2.0]) leaves forward as it was; after training in place, nn.w1 still
  reads 2.0.
numbers.zh: nn.w1 = np.array([2.0]) 之后 forward 不变；训练之后 nn.w1 读出来仍是 2.0。
why: A dict of parameters is handy for optimizers; the attributes are then second names of the same
  arrays.
why.zh: 参数字典方便优化器使用；而属性只是同一批数组的另一个名字。
fix: Read self.w1 and self.w2 wherever weights are used, or make them properties of the dict.
fix.zh: 凡用到权重处都读 self.w1 和 self.w2，或把它们做成字典的 property。
fails: forward_of_a_number, forward_of_an_array, backward_of_one_sample,
  backward_averages_over_the_samples, trains_on_each_sample_in_order, loss_after_each_epoch,
  error_at_the_end_of_that_epoch
line: \bself\.\w*(?:params|weights|theta)\w*\s*(?:\[["\']|=\s*\{|=\s*dict\()
"""

import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        rng = np.random.default_rng(seed)
        self.w1 = rng.normal(size=1)
        self.w2 = rng.normal(size=1)
        self.params = {"w1": self.w1, "w2": self.w2}

    def forward(self, x):
        return self.params["w1"] * x + self.params["w2"]

    def backward(self, x, y, learning_rate):
        error = y - self.forward(x)
        dw1 = np.mean(-2 * x * error)
        dw2 = np.mean(-2 * error)
        self.params["w1"] -= learning_rate * dw1
        self.params["w2"] -= learning_rate * dw2


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
