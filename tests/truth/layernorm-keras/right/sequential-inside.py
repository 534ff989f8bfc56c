# sequential-inside
import collections

import numpy as np
import tensorflow as tf

Totals = collections.namedtuple("Totals", "loss samples")


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = tf.keras.layers.LayerNormalization()
        self.dense2 = tf.keras.layers.Dense(num_classes, activation="softmax")
        self.stack = tf.keras.Sequential([self.dense1, self.layer_norm1, self.dense2])

    def call(self, inputs, training=False):
        return self.stack(inputs, training=training)


def train(model, train_dataset, *, num_epochs, learning_rate):
    optimizer = tf.keras.optimizers.SGD(learning_rate)
    batches = [(np.asarray(x), np.asarray(y)) for x, y in train_dataset]
    history = []
    for _ in range(num_epochs):
        totals = Totals(0.0, 0)
        for x, y in batches:
            with tf.GradientTape() as tape:
                loss = tf.keras.losses.SparseCategoricalCrossentropy()(y, model(x, training=True))
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables))
            totals = Totals(totals.loss + float(loss) * len(y), totals.samples + len(y))
        history.append(totals.loss / totals.samples)
    return history
