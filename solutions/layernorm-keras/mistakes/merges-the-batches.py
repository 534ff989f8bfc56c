r"""
what: All batches are joined and cut anew; the batches are given.
what.zh: 所有批被拼接后重新切分；批是给定的。
numbers: `fit` takes 32 samples at a time: three batches of 3 samples make one update an epoch in place of three.
numbers.zh: `fit` 默认每批 32 个样本：三个各含 3 个样本的批，每轮只更新一次，而应更新三次。
why: `fit` takes arrays most easily, and its batch_size is 32 where none is given.
why.zh: `fit` 用数组最方便，而不指定 batch_size 时默认为 32。
fix: Go through the batches: `train_on_batch(x, y)`, a tape, or `fit` on a data set of batches.
fix.zh: 逐批处理：用 `train_on_batch(x, y)`、GradientTape，或对按批给出的数据集调用 `fit`。
fails: trains_over_epochs, plain_sgd, batches_in_order
line: \bconcat(?:enate)?\(\s*(?:\[\s*(?:[\w.]+\(\s*)?\w+\s*\)?\s+for\b|xs\b|ys\b|x_\w+|inputs\b|features\b)|\.unbatch\(|\.rebatch\(|\bfit\(\s*(?:x|xs|inputs|features)\s*,
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
    if num_epochs == 0:
        return []
    batches = list(train_dataset)
    x = np.concatenate([np.asarray(x) for x, _ in batches])
    y = np.concatenate([np.asarray(y) for _, y in batches])
    model.compile(
        optimizer=keras.optimizers.SGD(learning_rate=learning_rate),
        loss="sparse_categorical_crossentropy",
    )
    history = model.fit(x, y, epochs=num_epochs, shuffle=False, verbose=0)
    return [float(loss) for loss in history.history["loss"]]
