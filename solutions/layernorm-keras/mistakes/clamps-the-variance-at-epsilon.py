r"""
what: You took max(variance, epsilon); epsilon is to be added to the variance.
what.zh: 你取了 max(variance, epsilon)；epsilon 应当加到方差上。
numbers: Worst where the variance equals epsilon: the normalized values are sqrt(2) = 1.41 times too large.
numbers.zh: 方差等于 epsilon 时最糟：归一化后的值大了 sqrt(2) = 1.41 倍。
why: It too avoids a division by zero, and leaves rows alone that are in no danger.
why.zh: 这样也能避免除零，而且不影响没有危险的行。
fix: Add it: `tf.sqrt(variance + epsilon)`.
fix.zh: 相加：`tf.sqrt(variance + epsilon)`。
fails: epsilon_inside_the_root
line: \b(?:maximum|max|clip|clip_by_value)\(.*\b(?:epsilon|eps)\b
"""

import tensorflow as tf
from tensorflow import keras


class LayerNorm(keras.layers.Layer):
    """Normalizes over the last axis, with a learned gain and bias."""

    def __init__(self, epsilon=1e-4):
        super().__init__()
        self.epsilon = epsilon

    def build(self, input_shape):
        units = int(input_shape[-1])
        self.gamma = self.add_weight(name="gamma", shape=(units,), initializer="ones")
        self.beta = self.add_weight(name="beta", shape=(units,), initializer="zeros")

    def call(self, hidden):
        mean = tf.reduce_mean(hidden, axis=-1, keepdims=True)
        variance = tf.math.reduce_variance(hidden, axis=-1, keepdims=True)
        std = tf.sqrt(tf.maximum(variance, self.epsilon))
        return self.gamma * ((hidden - mean) / std) + self.beta


class LayerNormalizationNetwork(keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = keras.layers.Dense(hidden_units)
        self.layer_norm1 = LayerNorm()
        self.dense2 = keras.layers.Dense(num_classes)

    def call(self, inputs, training=False):
        hidden = self.layer_norm1(tf.nn.relu(self.dense1(inputs)))
        return tf.nn.softmax(self.dense2(hidden), axis=-1)


def train(model, train_dataset, *, num_epochs, learning_rate):
    optimizer = keras.optimizers.SGD(learning_rate)
    cross_entropy = keras.losses.SparseCategoricalCrossentropy(reduction="sum")

    def epoch():
        total, samples = 0.0, 0
        for inputs, labels in train_dataset:
            with tf.GradientTape() as tape:
                batch_sum = cross_entropy(labels, model(inputs, training=True))
                batch_loss = batch_sum / float(len(labels))
            slopes = tape.gradient(batch_loss, model.trainable_weights)
            optimizer.apply(slopes, model.trainable_weights)
            total += float(batch_sum)
            samples += len(labels)
        return total / samples

    return [epoch() for _ in range(num_epochs)]
