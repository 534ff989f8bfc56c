"""A `tf.function` step with a relaxed shape, and a `Mean` metric weighted by the batch's size."""

import tensorflow as tf
from tensorflow.keras import Model, layers, losses, metrics, optimizers


class LayerNormalizationNetwork(Model):
    def __init__(self, hidden_units=128, num_classes=10, **kwargs):
        super().__init__(**kwargs)
        self.dense1 = layers.Dense(units=hidden_units, activation="relu", name="dense1")
        self.layer_norm1 = layers.LayerNormalization(axis=[-1], epsilon=1e-5, name="layer_norm1")
        self.dense2 = layers.Dense(units=num_classes, activation="softmax", name="dense2")

    def call(self, inputs, training=None):
        x = self.dense1(inputs)
        x = self.layer_norm1(x)
        return self.dense2(x)


def train(model, train_dataset, *, num_epochs, learning_rate):
    optimizer = optimizers.SGD(learning_rate=learning_rate)
    loss_object = losses.SparseCategoricalCrossentropy()
    epoch_loss = metrics.Mean(name="train_loss")

    @tf.function(reduce_retracing=True)
    def train_step(x, y):
        with tf.GradientTape() as tape:
            loss = loss_object(y, model(x, training=True))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        epoch_loss.update_state(loss, sample_weight=tf.shape(x)[0])

    history = []
    for _ in range(num_epochs):
        epoch_loss.reset_state()
        for x, y in train_dataset:
            train_step(tf.convert_to_tensor(x), tf.convert_to_tensor(y))
        history.append(float(epoch_loss.result()))
    return history
