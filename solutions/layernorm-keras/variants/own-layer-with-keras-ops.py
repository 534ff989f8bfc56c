"""A layer of one's own in `keras.ops`, weights made in `__init__`, `train_on_batch` for the updates."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="norms")
class LayerNorm(keras.layers.Layer):
    def __init__(self, units, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.units, self.epsilon = units, epsilon
        self.gamma = self.add_weight(shape=(units,), initializer="ones", name="gamma")
        self.beta = self.add_weight(shape=(units,), initializer="zeros", name="beta")

    def call(self, x):
        centred = x - ops.mean(x, axis=-1, keepdims=True)
        variance = ops.mean(ops.square(centred), axis=-1, keepdims=True)
        return centred * ops.rsqrt(variance + self.epsilon) * self.gamma + self.beta

    def get_config(self):
        return {**super().get_config(), "units": self.units, "epsilon": self.epsilon}


class LayerNormalizationNetwork(keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = LayerNorm(hidden_units)
        self.dense2 = keras.layers.Dense(num_classes, activation=keras.activations.softmax)

    def call(self, inputs, training=False):
        x = self.dense1(inputs)
        x = self.layer_norm1(x)
        return self.dense2(x)


def train(model, train_dataset, *, num_epochs, learning_rate):
    model.compile(
        optimizer=keras.optimizers.SGD(learning_rate), loss="sparse_categorical_crossentropy"
    )
    epoch_losses = []
    for _ in range(num_epochs):
        total = samples = 0
        for x, y in train_dataset:
            # What train_on_batch gives is a running mean in some versions: start it anew.
            model.reset_metrics()
            total += float(model.train_on_batch(x, y)) * len(x)
            samples += len(x)
        epoch_losses.append(total / samples)
    return epoch_losses
