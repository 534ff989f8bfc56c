r"""
what: SGD runs with momentum; plain SGD has none.
what.zh: SGD 用了动量；朴素 SGD 没有动量。
numbers: With 0.9 the first update is right; under a steady gradient the second is 1.9 times and the tenth 6.5 times as long as it should be.
numbers.zh: 动量为 0.9 时，第一次更新是对的；梯度不变时，第二次更新是应有长度的 1.9 倍，第十次是 6.5 倍。
why: Momentum 0.9 is what most recipes for SGD have.
why.zh: 大多数 SGD 配方都带 0.9 的动量。
fix: Leave `momentum` at its default, 0.
fix.zh: 让 `momentum` 保持默认值 0。
fails: trains_over_epochs, plain_sgd, batches_in_order
line: \bmomentum\s*=\s*(?!0(?:\.0*)?\s*[,)])|\bnesterov\s*=\s*True|\bvelocit
"""

import numpy as np
import tensorflow as tf
from tensorflow import keras


class LayerNormalizationNetwork(keras.Model):
    """Dense -> ReLU -> LayerNorm -> Dense -> softmax."""

    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = keras.layers.Dense(hidden_units)
        self.layer_norm1 = keras.layers.LayerNormalization(epsilon=1e-6)
        self.dense2 = keras.layers.Dense(num_classes)

    def call(self, inputs, training=False):
        hidden = tf.nn.relu(self.dense1(inputs))
        hidden = self.layer_norm1(hidden)
        return tf.nn.softmax(self.dense2(hidden))


def train(model, train_dataset, *, num_epochs, learning_rate):
    model.compile(
        optimizer=keras.optimizers.SGD(learning_rate=learning_rate, momentum=0.9),
        loss="sparse_categorical_crossentropy",
    )
    epoch_losses = []
    for _ in range(num_epochs):
        losses, sizes = [], []
        for x, y in train_dataset:
            model.reset_metrics()
            losses.append(model.train_on_batch(x, y))
            sizes.append(len(y))
        epoch_losses.append(float(np.average(losses, weights=sizes)))
    return epoch_losses
