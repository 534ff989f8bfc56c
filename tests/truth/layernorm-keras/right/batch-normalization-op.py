# batch-normalization-op
import tensorflow as tf


class RowNorm(tf.keras.layers.Layer):
    """Layer norm through the op of batch norm, with moments over the last axis."""

    def __init__(self, features, epsilon=1e-3):
        super().__init__(name="layer_norm1")
        self.epsilon = epsilon
        self.gamma = self.add_weight(name="gamma", shape=(features,), initializer="ones")
        self.beta = self.add_weight(name="beta", shape=(features,), initializer="zeros")

    def call(self, x):
        mean, variance = tf.nn.moments(x, axes=-1, keepdims=True)
        return tf.nn.batch_normalization(
            x, mean, variance, offset=self.beta, scale=self.gamma, variance_epsilon=self.epsilon)


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = RowNorm(hidden_units)
        self.dense2 = tf.keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        return self.dense2(self.layer_norm1(self.dense1(inputs)))


def train(model, train_dataset, *, num_epochs, learning_rate):
    metric = tf.keras.metrics.SparseCategoricalCrossentropy()
    sgd = tf.keras.optimizers.SGD(learning_rate)
    out = []
    while len(out) < num_epochs:
        metric.reset_state()
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                p = model(x, training=True)
                loss = tf.reduce_mean(tf.keras.losses.sparse_categorical_crossentropy(y, p))
            metric.update_state(y, p)
            w = model.trainable_weights
            sgd.apply(tape.gradient(loss, w), w)
        out.append(float(metric.result()))
    return out
