# one-hot-generator
import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = tf.keras.layers.LayerNormalization(epsilon=1e-4)
        self.dense2 = tf.keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        return self.dense2(self.layer_norm1(self.dense1(inputs)))


def _updates(model, batches, learning_rate):
    """One update a batch; yields the losses of its samples from before it."""
    for x, labels in batches:
        with tf.GradientTape() as tape:
            p = model(x)
            targets = tf.one_hot(labels, p.shape[-1])
            nll = -tf.reduce_sum(targets * tf.math.log(tf.maximum(p, 1e-7)), axis=-1)
            loss = tf.reduce_mean(nll)
        gradients = tape.gradient(loss, model.trainable_variables)
        for v, g in zip(model.trainable_variables, gradients):
            v.assign_add(-learning_rate * g)
        yield from nll.numpy().tolist()


def train(model, train_dataset, *, num_epochs, learning_rate):
    history = []
    for _ in range(num_epochs):
        losses = list(_updates(model, train_dataset, learning_rate))
        history.append(sum(losses) / len(losses))
    return history
