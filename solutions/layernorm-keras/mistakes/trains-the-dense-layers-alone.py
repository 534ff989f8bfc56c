r"""
what: Only the dense layers' weights are updated; gamma and beta stay as they were.
what.zh: 只更新了全连接层的权重；gamma 和 beta 没有变化。
numbers: Gamma stays at 1 and beta at 0; the four others move as they should in the first step.
numbers.zh: gamma 停在 1，beta 停在 0；其余四个权重的第一步是对的。
why: The weights are listed by hand, layer by layer, or the gradients of the others are lost.
why.zh: 手工逐层列出了权重，或丢掉了其余权重的梯度。
fix: `model.trainable_variables`.
fix.zh: 使用 `model.trainable_variables`。
fails: one_step_moves_all_six_weights, trains_over_epochs
line: ^(?!.*layer_norm).*\bdense1\.(?:trainable_\w+|weights|variables)\b.*\bdense2\.
"""

import numpy as np
import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = tf.keras.layers.LayerNormalization()
        self.dense2 = tf.keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        x = self.dense1(inputs)
        x = self.layer_norm1(x)
        return self.dense2(x)


def train(model, train_dataset, *, num_epochs, learning_rate):
    losses = []
    for _ in range(num_epochs):
        per_sample = []
        for x, labels in train_dataset:
            with tf.GradientTape() as tape:
                probs = model(x, training=True)
                each = tf.keras.losses.sparse_categorical_crossentropy(labels, probs)
                loss = tf.reduce_mean(each)
            weights = model.dense1.trainable_weights + model.dense2.trainable_weights
            for w, g in zip(weights, tape.gradient(loss, weights)):
                w.assign_sub(learning_rate * g)
            per_sample.extend(each.numpy())
        losses.append(float(np.mean(per_sample)))
    return losses
