import numpy as np
from tensorflow import keras
from tensorflow.keras import layers


class LayerNormalizationNetwork(keras.Model):
    def __init__(self, hidden_units=128, num_classes=10, **kwargs):
        super().__init__(**kwargs)
        self.dense1 = layers.Dense(hidden_units, activation="relu", name="dense1")
        self.layer_norm1 = layers.LayerNormalization(epsilon=1e-6, name="layer_norm1")
        self.dense2 = layers.Dense(num_classes, activation="softmax", name="dense2")

    def call(self, inputs, training=False):
        return self.dense2(self.layer_norm1(self.dense1(inputs)))


def train(model, train_dataset, *, num_epochs, learning_rate):
    model.compile(optimizer=keras.optimizers.SGD(learning_rate), loss="sparse_categorical_crossentropy")
    out = []
    for _ in range(num_epochs):
        values, sizes = [], []
        for x, y in train_dataset:
            loss = model.train_on_batch(x, y)
            values.append(float(np.ravel(loss)[0]))
            sizes.append(x.shape[0])
        out.append(float(np.average(values, weights=sizes)))
    return out
