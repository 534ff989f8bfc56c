r"""
what: Each batch makes two updates: one with the tape, one by train_on_batch.
what.zh: 每一批更新了两次：一次用 GradientTape，一次用 train_on_batch。
numbers: Training runs about twice as fast as asked for; the losses reported for the first batch are still right.
numbers.zh: 训练速度约为要求的两倍；第一批报告的损失仍然是对的。
why: train_on_batch is taken for a way to ask for the loss.
why.zh: 误以为 train_on_batch 只是用来取得损失。
fix: One of the two; `test_on_batch` only measures.
fix.zh: 两者取一；`test_on_batch` 才只做测量。
fails: one_step_moves_all_six_weights, trains_over_epochs, plain_sgd, batches_in_order, list_or_dataset
line: ^\s*\w*model\.train_on_batch\(
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
    sgd = keras.optimizers.SGD(learning_rate)
    model.compile(optimizer=sgd, loss="sparse_categorical_crossentropy")
    result = []
    for _ in range(num_epochs):
        total, n = 0.0, 0
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = tf.reduce_mean(
                    keras.losses.sparse_categorical_crossentropy(y, model(x, training=True))
                )
            grads = tape.gradient(loss, model.trainable_weights)
            sgd.apply_gradients(zip(grads, model.trainable_weights))
            model.train_on_batch(x, y)
            total += float(loss) * len(y)
            n += len(y)
        result.append(total / n)
    return result
