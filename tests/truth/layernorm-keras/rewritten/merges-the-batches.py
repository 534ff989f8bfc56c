# merges-the-batches
import numpy as np
import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = tf.keras.layers.LayerNormalization()
        self.dense2 = tf.keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        return self.dense2(self.layer_norm1(self.dense1(inputs)))


def _to_arrays(dataset):
    xs, ys = [], []
    for x, y in dataset:
        xs.append(np.asarray(x))
        ys.append(np.asarray(y))
    return np.concatenate(xs), np.concatenate(ys)


def train(model, train_dataset, *, num_epochs, learning_rate):
    if num_epochs == 0:
        return []
    x, y = _to_arrays(train_dataset)
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate),
                  loss="sparse_categorical_crossentropy", jit_compile=False)
    history = model.fit(x, y, epochs=num_epochs, shuffle=False, verbose=0)
    return [float(v) for v in history.history["loss"]]
