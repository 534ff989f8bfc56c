# decays-the-learning-rate
from __future__ import annotations

import tensorflow as tf

Dense = tf.keras.layers.Dense


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units: int = 128, num_classes: int = 10) -> None:
        super().__init__()
        self.dense1 = Dense(hidden_units, activation=tf.nn.relu)
        self.layer_norm1 = tf.keras.layers.LayerNormalization(axis=-1)
        self.dense2 = Dense(num_classes, activation=tf.nn.softmax)

    def call(self, inputs, training: bool = False):
        x = self.dense1(inputs)
        x = self.layer_norm1(x)
        return self.dense2(x)


def train(model, train_dataset, *, num_epochs: int, learning_rate: float) -> list[float]:
    schedule = tf.keras.optimizers.schedules.ExponentialDecay(
        initial_learning_rate=learning_rate, decay_steps=10, decay_rate=0.9)
    sgd = tf.keras.optimizers.SGD(schedule)
    cross_entropy = tf.keras.losses.SparseCategoricalCrossentropy()
    mean = tf.keras.metrics.Mean()
    result: list[float] = []
    for _ in range(num_epochs):
        mean.reset_state()
        for features, labels in train_dataset:
            with tf.GradientTape() as tape:
                loss = cross_entropy(labels, model(features))
            weights = model.trainable_variables
            sgd.apply(tape.gradient(loss, weights), weights)
            mean.update_state(loss, sample_weight=len(labels))
        result.append(float(mean.result()))
    return result
