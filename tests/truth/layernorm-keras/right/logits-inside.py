# logits-inside
from __future__ import annotations

import numpy as np
import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units: int = 128, num_classes: int = 10, **kwargs) -> None:
        super().__init__(**kwargs)
        self.dense1 = tf.keras.layers.Dense(hidden_units, name="dense1")
        self.layer_norm1 = tf.keras.layers.LayerNormalization(name="layer_norm1")
        self.dense2 = tf.keras.layers.Dense(num_classes, name="dense2")

    def logits(self, inputs) -> tf.Tensor:
        hidden = tf.nn.relu(self.dense1(inputs))
        return self.dense2(self.layer_norm1(hidden))

    def call(self, inputs, training: bool = False) -> tf.Tensor:
        del training  # nothing depends on it
        return tf.nn.softmax(self.logits(inputs), axis=-1)


def train(model: LayerNormalizationNetwork, train_dataset, *, num_epochs: int,
          learning_rate: float) -> list[float]:
    rate = tf.constant(learning_rate, tf.float32)
    weights = model.trainable_variables
    history: list[float] = []
    for _ in range(num_epochs):
        sample_losses: list[np.ndarray] = []
        for x, labels in train_dataset:
            with tf.GradientTape() as tape:
                ce = tf.nn.sparse_softmax_cross_entropy_with_logits(
                    labels=labels, logits=model.logits(x))
                objective = tf.reduce_mean(ce)
            for weight, gradient in zip(weights, tape.gradient(objective, weights)):
                weight.assign(weight - rate * gradient)
            sample_losses.append(ce.numpy())
        history.append(float(np.concatenate(sample_losses).mean(dtype=np.float64)))
    return history
