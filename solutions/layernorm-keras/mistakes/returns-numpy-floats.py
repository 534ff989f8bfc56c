r"""
what: The losses are NumPy floats; plain Python floats are asked for.
what.zh: 返回的损失是 NumPy 浮点数；要求普通的 Python float。
numbers: The values are right. `type(losses[0])` is numpy.float64; a float32 one would not even go through json.dumps.
numbers.zh: 数值是对的，但 `type(losses[0])` 是 numpy.float64；若是 float32，连 json.dumps 都通不过。
why: They print and compare like floats.
why.zh: 它们打印和比较起来都和 float 一样。
fix: `float(np.average(losses, weights=sizes))`.
fix.zh: 写成 `float(np.average(losses, weights=sizes))`。
fails: returns_plain_floats
line: ^(?: {8}|\t\t)\w+\.append\((?!.*(?:float\(|item\())(?:.*\bnp\.(?:average|mean|sum)\(|.*\.numpy\(\s*\)|\s*\w+\.result\(\s*\))
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
        epoch_losses.append(np.average(losses, weights=sizes))
    return epoch_losses
