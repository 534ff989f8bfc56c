r"""
what: The loss is taken after the batch's update; it should be the one before it.
what.zh: 损失取自该批更新之后；应取更新之前的。
numbers: A batch whose loss is 3.2 reports about 2.7 after a step of 0.7.
numbers.zh: 学习率为 0.7 时，损失为 3.2 的批在更新后只报告约 2.7。
why: The loss in the tape is thought of as for the gradient only, and is computed once more to report it.
why.zh: 以为 GradientTape 里的损失只用来求梯度，于是另算一遍用于报告。
fix: Use the losses of the forward pass in the tape.
fix.zh: 使用 GradientTape 内前向计算得到的损失。
fails: trains_over_epochs, loss_before_the_update
line: ^(?: {12}|\t{3})(?!loss\b)\w+(?:\.\w+\(|\s*\+?=).*(?:entropy|loss\w*|cce)\(.*\bmodel\(\s*\w+(?:\s*,\s*training\s*=\s*False)?\s*\)|^\s*\w+\s*\+=.*\bmodel\(\s*\w+(?:\s*,\s*training\s*=\s*False)?\s*\)|^\s*return\b.*cross_?entropy\(.*\bmodel\(\s*\w+(?:\s*,\s*training\s*=\s*False)?\s*\)|\btest_on_batch\(
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
            weights = model.trainable_weights
            for w, g in zip(weights, tape.gradient(loss, weights)):
                w.assign_sub(learning_rate * g)
            after = tf.keras.losses.sparse_categorical_crossentropy(labels, model(x))
            per_sample.extend(after.numpy())
        losses.append(float(np.mean(per_sample)))
    return losses
