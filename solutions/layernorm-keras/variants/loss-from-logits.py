"""The model gives its logits by a method of their own, and `train` takes the loss from those."""

import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = tf.keras.layers.LayerNormalization()
        self.dense2 = tf.keras.layers.Dense(num_classes)

    def logits(self, inputs):
        return self.dense2(self.layer_norm1(self.dense1(inputs)))

    def call(self, inputs, training=False):
        return tf.nn.softmax(self.logits(inputs), axis=-1)


def _losses(model, x, labels):
    return tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=model.logits(x))


def train(model, train_dataset, *, num_epochs, learning_rate):
    optimizer = tf.keras.optimizers.SGD(learning_rate, momentum=0.0, nesterov=False)

    def step(x, labels):
        with tf.GradientTape() as tape:
            each = _losses(model, tf.convert_to_tensor(x), labels)
            loss = tf.reduce_mean(each)
        grads = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(grads, model.trainable_variables))
        return each.numpy().sum(), len(each)

    def epoch():
        sums, sizes = zip(*(step(x, labels) for x, labels in train_dataset))
        return float(sum(sums) / sum(sizes))

    return [epoch() for _ in range(num_epochs)]
