# dense1-has-no-bias+returns-numpy-floats
import numpy as np
import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation="relu", use_bias=False)
        self.layer_norm1 = tf.keras.layers.LayerNormalization()
        self.dense2 = tf.keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        return self.dense2(self.layer_norm1(self.dense1(inputs)))


def train(model, train_dataset, *, num_epochs, learning_rate):
    opt = tf.keras.optimizers.SGD(learning_rate)
    history = []
    for _ in range(num_epochs):
        losses = []
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                each = tf.keras.losses.sparse_categorical_crossentropy(y, model(x, training=True))
                loss = tf.reduce_mean(each)
            opt.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
            losses.extend(each.numpy())
        history.append(np.mean(losses, dtype=np.float64))
    return history
