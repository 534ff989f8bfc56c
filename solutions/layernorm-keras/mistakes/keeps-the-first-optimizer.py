r"""
what: The first call of train makes the optimizer; later calls go on with it and with its learning rate.
what.zh: 优化器只在第一次调用 train 时创建；之后的调用沿用它和它的学习率。
numbers: After a call at 0.4 a call at 0.05 still trains at 0.4: steps 8 times too long.
numbers.zh: 先以 0.4 调用一次，再以 0.05 调用时仍按 0.4 训练：步长大了 8 倍。
why: Making or compiling it once looks like thrift.
why.zh: 只创建或编译一次看似节省。
fix: Make the optimizer, or compile, in every call.
fix.zh: 每次调用都新建优化器或重新编译。
fails: plain_sgd
line: \bif\b.*\b(?:optimizer|compiled)\b|\b(?:has|get)attr\(\s*model\s*,
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
    if getattr(model, "optimizer", None) is None:
        model.compile(
            optimizer=keras.optimizers.SGD(learning_rate=learning_rate),
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
