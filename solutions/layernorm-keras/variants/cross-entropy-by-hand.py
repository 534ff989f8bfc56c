"""The cross-entropy written out: one-hot labels times the log of probabilities, with a small floor."""

import tensorflow as tf
from tensorflow import keras


class LayerNormalizationNetwork(keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.num_classes = num_classes
        self.dense1 = keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = keras.layers.LayerNormalization()
        self.dense2 = keras.layers.Dense(num_classes)

    def call(self, inputs, training=False):
        logits = self.dense2(self.layer_norm1(self.dense1(inputs)))
        odds = tf.exp(logits - tf.reduce_max(logits, axis=-1, keepdims=True))
        return odds / tf.reduce_sum(odds, axis=-1, keepdims=True)


def train(model, train_dataset, *, num_epochs, learning_rate):
    losses = []
    while len(losses) < num_epochs:
        total, count = 0.0, 0
        for x, labels in train_dataset:
            one_hot = tf.one_hot(labels, model.num_classes)
            with tf.GradientTape() as tape:
                probabilities = model(x, training=True)
                log_p = tf.math.log(probabilities + 1e-7)
                loss = -tf.reduce_sum(one_hot * log_p) / tf.cast(tf.shape(one_hot)[0], tf.float32)
            for v, g in zip(model.trainable_weights, tape.gradient(loss, model.trainable_weights)):
                v.assign(v - learning_rate * g)
            n = int(tf.shape(one_hot)[0])
            total, count = total + n * float(loss), count + n
        losses.append(total / count)
    return losses
