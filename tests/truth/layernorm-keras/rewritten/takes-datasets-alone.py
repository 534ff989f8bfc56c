# takes-datasets-alone
import keras
from keras import layers


class LayerNormalizationNetwork(keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = layers.LayerNormalization()
        self.dense2 = layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        return self.dense2(self.layer_norm1(self.dense1(inputs)))


def train(model, train_dataset, *, num_epochs, learning_rate):
    model.compile(
        optimizer=keras.optimizers.SGD(learning_rate=learning_rate),
        loss=keras.losses.SparseCategoricalCrossentropy(),
        jit_compile=False,
    )
    if not num_epochs:
        return []
    history = model.fit(train_dataset, epochs=num_epochs, shuffle=False, verbose=0)
    return list(map(float, history.history["loss"]))
