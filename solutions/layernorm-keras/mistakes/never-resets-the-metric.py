"""
what: The metric goes on from epoch to epoch; each epoch has a mean of its own.
what.zh: 指标跨轮累积；每一轮应有自己的平均值。
numbers: The second of losses 2.0 and 1.0 is reported as 1.5.
numbers.zh: 若两轮损失分别为 2.0 和 1.0，第二轮被报告为 1.5。
why: A Keras metric keeps its state until it is told otherwise.
why.zh: Keras 指标会一直保留状态，除非明确重置。
fix: `mean_loss.reset_state()` at the start of each epoch.
fix.zh: 在每轮开始时调用 `mean_loss.reset_state()`。
fails: trains_over_epochs
"""

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
    optimizer = tf.keras.optimizers.SGD(learning_rate=learning_rate)
    scce = tf.keras.losses.SparseCategoricalCrossentropy()
    mean_loss = tf.keras.metrics.Mean()

    @tf.function(reduce_retracing=True)
    def train_step(x, y):
        with tf.GradientTape() as tape:
            loss = scce(y, model(x, training=True))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        mean_loss.update_state(loss, sample_weight=tf.shape(x)[0])

    losses = []
    for _ in range(num_epochs):
        for x, y in train_dataset:
            train_step(tf.convert_to_tensor(x), tf.convert_to_tensor(y))
        losses.append(float(mean_loss.result()))
    return losses
