# updates-layer-by-layer: the layers are updated one after the other, each with a gradient at the weights that the updates before left, not all six at once.
import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = tf.keras.layers.LayerNormalization()
        self.dense2 = tf.keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        return self.dense2(self.layer_norm1(self.dense1(inputs)))


def train(model, train_dataset, *, num_epochs, learning_rate):
    def loss_of(x, labels):
        return tf.keras.losses.sparse_categorical_crossentropy(labels, model(x, training=True))

    losses = []
    for _ in range(num_epochs):
        total, samples = 0.0, 0
        for x, labels in train_dataset:
            before = loss_of(x, labels)
            for layer in (model.dense2, model.layer_norm1, model.dense1):
                with tf.GradientTape() as tape:
                    loss = tf.reduce_mean(loss_of(x, labels))
                for w, g in zip(layer.trainable_variables, tape.gradient(loss, layer.trainable_variables)):
                    w.assign_sub(learning_rate * g)
            total += float(tf.reduce_sum(before))
            samples += len(labels)
        losses.append(total / samples)
    return losses
