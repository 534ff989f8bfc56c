# loss-after-the-update
import tensorflow as tf
import keras


class LayerNormalizationNetwork(keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = keras.layers.LayerNormalization()
        self.dense2 = keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        return self.dense2(self.layer_norm1(self.dense1(inputs)))


def batch_loss(model, x, y):
    return tf.reduce_mean(keras.losses.sparse_categorical_crossentropy(y, model(x)))


def sgd_update(model, x, y, lr):
    with tf.GradientTape() as tape:
        loss = batch_loss(model, x, y)
    for w, g in zip(model.trainable_variables, tape.gradient(loss, model.trainable_variables)):
        w.assign(w - lr * g)


def train(model, train_dataset, *, num_epochs, learning_rate):
    losses = []
    for _ in range(num_epochs):
        running, n = 0.0, 0
        for x, y in train_dataset:
            sgd_update(model, x, y, learning_rate)
            running += float(batch_loss(model, x, y)) * len(y)
            n += len(y)
        losses.append(running / n)
    return losses
