r"""
what: You put the best epoch's weights back at the end; training ends with the last epoch's.
what.zh: 你在结束时恢复了最佳一轮的权重；训练应以最后一轮的权重结束。
numbers: From w1 = w2 = 0 on [(1, 3)] at rate 0.75 the losses are 36, 144, 576; you give back the weights of
  the first, and the next call goes on from there.
numbers.zh: 从 w1 = w2 = 0 出发，数据 [(1, 3)]，学习率 0.75：损失为 36、144、576；你恢复了第一轮的权重，下一次调用便从那里继续。
why: It is what early stopping does (`restore_best_weights`), with a validation set to tell which is best.
why.zh: 早停就是这样做的（`restore_best_weights`），但它有验证集来判断哪一轮最好。
fix: Leave the weights as the last step left them.
fix.zh: 让权重保持最后一步之后的值。
fails: trains_on_each_sample_in_order, loss_after_each_epoch
line: \bbest\w*\s*(?:=|,)|=\s*best\w*\b
"""

import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        rng = np.random.default_rng(seed)
        self.w1 = rng.standard_normal(1)
        self.w2 = rng.standard_normal(1)

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        error = self.forward(np.asarray(x, dtype=np.float64)) - np.asarray(y, dtype=np.float64)
        gradient_1 = 2.0 * np.mean(error * x)
        gradient_2 = 2.0 * np.mean(error)
        self.w1 = self.w1 - learning_rate * gradient_1
        self.w2 = self.w2 - learning_rate * gradient_2


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("data must hold a sample")
    samples = [(float(x), float(y)) for x, y in data]
    losses = []
    best_loss, best = np.inf, (nn.w1.copy(), nn.w2.copy())
    for epoch in range(epochs):
        for x, y in samples:
            nn.backward(x, y, learning_rate)
        loss = float(np.mean([np.square(y - nn.forward(x)) for x, y in samples]))
        if not np.isfinite(loss):
            raise FloatingPointError(f"epoch {epoch}: loss {loss}")
        losses.append(loss)
        if loss < best_loss:
            best_loss, best = loss, (nn.w1.copy(), nn.w2.copy())
    if epochs:
        nn.w1, nn.w2 = best
    return losses
