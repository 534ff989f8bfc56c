r"""
what: An L2 penalty on the kernels is added to the loss.
what.zh: 在损失中加了对 kernel 的 L2 惩罚。
numbers: Each update also takes 2 * penalty * learning_rate of every kernel away; the biases are right.
numbers.zh: 每次更新还会减去每个 kernel 的 2 * 惩罚系数 * learning_rate；偏置则是对的。
why: Regularization is added against overfitting, by habit.
why.zh: 出于习惯，为防止过拟合加上了正则化。
fix: No `kernel_regularizer`, and nothing but the cross-entropy in the tape.
fix.zh: 不设 `kernel_regularizer`，GradientTape 中只计算交叉熵。
fails: one_step_moves_all_six_weights, trains_over_epochs
line: \w+_regularizer\s*=|\bmodel\.losses\b|\bl2_loss\(|\bregularizers\.
"""

import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation="relu", kernel_regularizer="l2")
        self.layer_norm1 = tf.keras.layers.LayerNormalization()
        self.dense2 = tf.keras.layers.Dense(num_classes, activation="softmax", kernel_regularizer="l2")

    def call(self, inputs, training=False):
        x = self.dense1(inputs)
        x = self.layer_norm1(x)
        return self.dense2(x)


def train(model, train_dataset, *, num_epochs, learning_rate):
    optimizer = tf.keras.optimizers.SGD(learning_rate)
    loss_fn = tf.keras.losses.SparseCategoricalCrossentropy()
    history = []
    for epoch in range(num_epochs):
        total, count = 0.0, 0
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                data_loss = loss_fn(y, model(x, training=True))
                loss = data_loss + sum(model.losses)
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            total += float(data_loss) * len(y)
            count += len(y)
        history.append(total / count)
    return history
