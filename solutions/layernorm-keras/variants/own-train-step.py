"""`train_step` overridden, driven batch by batch through the compiled model."""

import keras
import tensorflow as tf


class LayerNormalizationNetwork(keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = keras.layers.LayerNormalization(epsilon=1e-5)
        self.dense2 = keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        return self.dense2(self.layer_norm1(self.dense1(inputs)))

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = self.compute_loss(x=x, y=y, y_pred=self(x, training=True))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {"loss": loss}


def train(model, train_dataset, *, num_epochs, learning_rate):
    model.compile(keras.optimizers.SGD(learning_rate), keras.losses.SparseCategoricalCrossentropy())
    epochs = []
    for _ in range(num_epochs):
        loss, seen = 0.0, 0
        for x, y in train_dataset:
            logs = model.train_step((tf.convert_to_tensor(x), tf.convert_to_tensor(y)))
            n = int(tf.shape(y)[0])
            # The mean so far, corrected by the batch's share of all samples so far.
            seen += n
            loss += (float(logs["loss"]) - loss) * n / seen
        epochs.append(loss)
    return epochs
