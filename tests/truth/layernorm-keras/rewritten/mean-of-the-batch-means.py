# mean-of-the-batch-means
import numpy as np
import tensorflow as tf


class AffineNorm(tf.keras.layers.Layer):
    """Layer norm of the last axis."""

    epsilon = 1e-4

    def build(self, shape):
        d = int(shape[-1])
        self.gamma = self.add_weight(name="gamma", shape=[d], initializer=tf.keras.initializers.Ones())
        self.beta = self.add_weight(name="beta", shape=[d], initializer=tf.keras.initializers.Zeros())
        super().build(shape)

    def call(self, a):
        m, v = tf.nn.moments(a, axes=[-1], keepdims=True)
        return tf.nn.batch_normalization(a, m, v, self.beta, self.gamma, self.epsilon)


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = AffineNorm()
        self.dense2 = tf.keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        return self.dense2(self.layer_norm1(self.dense1(inputs)))


def train(model, train_dataset, *, num_epochs, learning_rate):
    sgd = tf.keras.optimizers.SGD(learning_rate)
    scce = tf.keras.losses.SparseCategoricalCrossentropy()
    history = []
    for _ in range(num_epochs):
        batch_losses = []
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = scce(y, model(x, training=True))
            sgd.apply_gradients(zip(tape.gradient(loss, model.trainable_weights), model.trainable_weights))
            batch_losses.append(loss.numpy())
        history.append(float(np.mean(batch_losses)))
    return history
