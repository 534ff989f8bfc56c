"""The three named layers also strung together in a `Sequential`, which `call` runs."""

import tensorflow as tf
from tensorflow import keras


class LayerNormalizationNetwork(keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = keras.layers.Dense(hidden_units)
        self.layer_norm1 = keras.layers.LayerNormalization()
        self.dense2 = keras.layers.Dense(num_classes)
        self.net = keras.Sequential([
            self.dense1,
            keras.layers.Activation("relu"),
            self.layer_norm1,
            self.dense2,
            keras.layers.Activation("softmax"),
        ])

    def call(self, inputs, training=False):
        return self.net(inputs, training=training)


def train(model, train_dataset, *, num_epochs, learning_rate):
    optimizer = keras.optimizers.SGD(learning_rate=float(learning_rate))
    criterion = keras.losses.SparseCategoricalCrossentropy()
    history = {"loss": []}
    for epoch in range(1, num_epochs + 1):
        weighted, sizes = [], []
        for batch in train_dataset:
            x, y = batch
            with tf.GradientTape(watch_accessed_variables=False) as tape:
                tape.watch([v.value for v in model.trainable_variables])
                loss = criterion(y, model(x, training=True))
            optimizer.apply_gradients(
                (g, v)
                for g, v in zip(
                    tape.gradient(loss, [v.value for v in model.trainable_variables]),
                    model.trainable_variables,
                )
            )
            weighted.append(float(loss) * int(tf.shape(x)[0]))
            sizes.append(int(tf.shape(x)[0]))
        history["loss"].append(sum(weighted) / sum(sizes))
    return history["loss"]
