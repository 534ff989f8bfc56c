# clears-dead-rows: rows whose activations are all equal are normalized to 0, not to beta (gamma and beta are left out for them).
# named: leaves-beta-out-for-dead-rows
import tensorflow as tf


class LayerNorm(tf.keras.layers.Layer):
    def __init__(self, epsilon=1e-5):
        super().__init__()
        self.epsilon = epsilon

    def build(self, shape):
        self.gamma = self.add_weight(name="gamma", shape=(shape[-1],), initializer="ones")
        self.beta = self.add_weight(name="beta", shape=(shape[-1],), initializer="zeros")

    def call(self, a):
        mean, var = tf.nn.moments(a, axes=[-1], keepdims=True)
        out = self.gamma * (a - mean) / tf.sqrt(var + self.epsilon) + self.beta
        return tf.where(var > 0, out, tf.zeros_like(out))


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = LayerNorm()
        self.dense2 = tf.keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        return self.dense2(self.layer_norm1(self.dense1(inputs)))


def train(model, train_dataset, *, num_epochs, learning_rate):
    loss_fn = tf.keras.losses.SparseCategoricalCrossentropy()
    losses = []
    for _ in range(num_epochs):
        total, samples = 0.0, 0
        for x, labels in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(labels, model(x, training=True))
            for v, g in zip(model.trainable_variables, tape.gradient(loss, model.trainable_variables)):
                v.assign_sub(learning_rate * g)
            total += float(loss) * len(labels)
            samples += len(labels)
        losses.append(total / samples)
    return losses
