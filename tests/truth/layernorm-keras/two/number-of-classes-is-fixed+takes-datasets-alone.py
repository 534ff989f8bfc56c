# number-of-classes-is-fixed+takes-datasets-alone
import keras


class LayerNormalizationNetwork(keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = keras.layers.LayerNormalization()
        self.dense2 = keras.layers.Dense(10, activation="softmax")

    def call(self, inputs, training=False):
        return self.dense2(self.layer_norm1(self.dense1(inputs)))


def train(model, train_dataset, *, num_epochs, learning_rate):
    model.compile(optimizer=keras.optimizers.SGD(learning_rate), loss="sparse_categorical_crossentropy",
                  run_eagerly=True)
    history = []
    for _ in range(num_epochs):
        h = model.fit(train_dataset, epochs=1, shuffle=False, verbose=0)
        history.append(float(h.history["loss"][0]))
    return history
