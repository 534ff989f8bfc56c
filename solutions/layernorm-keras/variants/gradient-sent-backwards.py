"""No loss in the tape: the gradient of the loss with respect to the probabilities is worked out and sent back."""

import numpy as np
import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, "relu")
        self.layer_norm1 = tf.keras.layers.LayerNormalization(epsilon=1e-4)
        self.dense2 = tf.keras.layers.Dense(num_classes, "softmax")

    def call(self, inputs, training=False):
        for layer in (self.dense1, self.layer_norm1, self.dense2):
            inputs = layer(inputs)
        return inputs


def train(model, train_dataset, *, num_epochs, learning_rate):
    result = []
    for _ in range(num_epochs):
        losses = np.empty(0)
        for x, labels in train_dataset:
            labels = np.asarray(labels)
            rows = np.arange(len(labels))
            with tf.GradientTape() as tape:
                p = model(x, training=True)
            right = p.numpy()[rows, labels]
            arriving = np.zeros(p.shape, dtype="float32")
            arriving[rows, labels] = -1.0 / (right * len(labels))  # d mean(-log p) / dp
            variables = model.trainable_variables
            gradients = tape.gradient(p, variables, output_gradients=tf.constant(arriving))
            for variable, gradient in zip(variables, gradients):
                variable.assign_add(-learning_rate * gradient)
            losses = np.append(losses, -np.log(right))
        result.append(losses.mean().item())
    return result
