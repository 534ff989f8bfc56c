r"""
what: The number of dense2's units is fixed; it should be num_classes.
what.zh: dense2 的单元数写死了，应为 num_classes 个。
numbers: With Dense(10), num_classes=4 gives outputs of shape (batch, 10).
numbers.zh: 写成 Dense(10) 时，num_classes=4 的输出的形状仍是 (batch, 10)。
why: Ten is the number of digits, and of classes in most first examples.
why.zh: 十是数字的个数，也是大多数入门示例的类别数。
fix: `Dense(num_classes, activation="softmax")`.
fix.zh: 写成 `Dense(num_classes, activation="softmax")`。
fails: sizes_and_six_trainable_weights, relu_then_normalize, each_row_on_its_own, population_variance, gamma_scales_and_beta_shifts, epsilon_inside_the_root, softmax_over_the_classes, works_inside_tf_function, training_changes_nothing, saved_weights_come_back, one_step_moves_all_six_weights, trains_over_epochs
line: \bdense2\s*=.*\bDense\(\s*(?:units\s*=\s*)?\d
"""

import tensorflow as tf
from tensorflow.keras import Model, layers


class LayerNormalizationNetwork(Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = layers.Dense(units=hidden_units, activation="relu", name="dense1")
        self.layer_norm1 = layers.LayerNormalization(axis=-1, epsilon=1e-5, name="layer_norm1")
        self.dense2 = layers.Dense(units=10, activation="softmax", name="dense2")

    def call(self, inputs, training=False):
        return self.dense2(self.layer_norm1(self.dense1(inputs)))


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
