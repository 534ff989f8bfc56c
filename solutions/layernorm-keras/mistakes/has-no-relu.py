"""
what: There is no ReLU after dense1.
what.zh: dense1 之后没有 ReLU。
numbers: Negative activations, about half of them, reach the norm as they are; up to the division by the row's spread the whole network is linear.
numbers.zh: 约一半的负激活值原样进入归一化；除了除以每行的标准差之外，整个网络是线性的。
why: `Dense(units)` has no activation by default, and the norm looks like a nonlinearity.
why.zh: `Dense(units)` 默认没有激活函数，而归一化看上去像是非线性。
fix: `Dense(hidden_units, activation="relu")`.
fix.zh: 写成 `Dense(hidden_units, activation="relu")`。
fails: relu_then_normalize, one_step_moves_all_six_weights, trains_over_epochs
"""

import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units)
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
        mean_loss.reset_state()
        for x, y in train_dataset:
            train_step(tf.convert_to_tensor(x), tf.convert_to_tensor(y))
        losses.append(float(mean_loss.result()))
    return losses
