"""`train` is an object that can be called; the class is given its layers by helper functions."""

import tensorflow as tf

L = tf.keras.layers


def _hidden(units):
    return L.Dense(units, activation="relu", kernel_initializer="he_normal")


def _output(classes):
    return L.Dense(classes, activation="softmax")


class LayerNormalizationNetwork(tf.keras.Model):
    """dense1 -> layer_norm1 -> dense2."""

    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__(name="layer_normalization_network")
        self.dense1 = _hidden(hidden_units)
        self.layer_norm1 = L.LayerNormalization(
            epsilon=1e-3, center=True, scale=True, beta_initializer="zeros", gamma_initializer="ones"
        )
        self.dense2 = _output(num_classes)

    def call(self, inputs, training=False):
        return self.dense2(self.layer_norm1(self.dense1(inputs)))


class _Trainer:
    loss = staticmethod(tf.keras.losses.sparse_categorical_crossentropy)

    def __call__(self, model, train_dataset, *, num_epochs, learning_rate):
        optimizer = tf.keras.optimizers.SGD(learning_rate)
        return [self.epoch(model, train_dataset, optimizer) for _ in range(num_epochs)]

    def epoch(self, model, data, optimizer):
        total, count = 0.0, 0
        for x, y in data:
            losses = self.step(model, x, y, optimizer)
            total += float(tf.reduce_sum(losses))
            count += int(tf.size(losses))
        return total / count

    def step(self, model, x, y, optimizer):
        with tf.GradientTape() as tape:
            losses = self.loss(y, model(x, training=True))
            # The mean's gradient, by hand: that of the sum, divided by the number of samples.
            scaled = tf.reduce_sum(losses) / tf.cast(tf.size(losses), losses.dtype)
        gradients = tape.gradient(scaled, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        return losses


train = _Trainer()
