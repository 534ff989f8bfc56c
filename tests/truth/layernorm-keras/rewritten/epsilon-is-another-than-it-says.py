# epsilon-is-another-than-it-says
import numpy as np
import tensorflow as tf


class RowNorm(tf.keras.layers.Layer):
    def __init__(self, epsilon=1e-6, **kwargs):
        super().__init__(**kwargs)
        self.epsilon = epsilon
        # the arithmetic is Keras's own, without its scale and shift
        self._standardize = tf.keras.layers.LayerNormalization(center=False, scale=False)

    def build(self, input_shape):
        width = input_shape[-1]
        self.gamma = self.add_weight(name="gamma", shape=(width,), initializer="ones")
        self.beta = self.add_weight(name="beta", shape=(width,), initializer="zeros")

    def call(self, x):
        return self._standardize(x) * self.gamma + self.beta


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = RowNorm()
        self.dense2 = tf.keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        return self.dense2(self.layer_norm1(self.dense1(inputs)))


def train(model, train_dataset, *, num_epochs, learning_rate):
    optimizer = tf.keras.optimizers.SGD(learning_rate)
    losses = []
    for _ in range(num_epochs):
        of_samples = []
        for x, labels in train_dataset:
            with tf.GradientTape() as tape:
                each = tf.keras.losses.sparse_categorical_crossentropy(labels, model(x, training=True))
                objective = tf.reduce_mean(each)
            grads = tape.gradient(objective, model.trainable_variables)
            optimizer.apply(grads, model.trainable_variables)
            of_samples.append(each.numpy())
        losses.append(float(np.mean(np.concatenate(of_samples))))
    return losses
