# own-layers-everywhere
"""Nothing of Keras but Layer, Model and add_weight."""
import tensorflow as tf


class Affine(tf.keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="kernel", shape=(input_shape[-1], self.units), initializer="glorot_uniform")
        self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")

    def call(self, x):
        return tf.matmul(x, self.kernel) + self.bias


class LayerNorm(tf.keras.layers.Layer):
    def __init__(self, epsilon=1e-6, **kwargs):
        super().__init__(**kwargs)
        self.epsilon = epsilon

    def build(self, input_shape):
        self.gamma = self.add_weight(name="gamma", shape=(input_shape[-1],), initializer="ones")
        self.beta = self.add_weight(name="beta", shape=(input_shape[-1],), initializer="zeros")

    def call(self, x):
        mean = tf.reduce_mean(x, axis=-1, keepdims=True)
        variance = tf.reduce_mean((x - mean) ** 2, axis=-1, keepdims=True)
        return self.gamma * (x - mean) / tf.sqrt(variance + self.epsilon) + self.beta


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = Affine(hidden_units)
        self.layer_norm1 = LayerNorm()
        self.dense2 = Affine(num_classes)

    def call(self, inputs, training=False):
        a = tf.maximum(self.dense1(inputs), 0.0)
        z = self.dense2(self.layer_norm1(a))
        e = tf.exp(z - tf.reduce_max(z, axis=-1, keepdims=True))
        return e / tf.reduce_sum(e, axis=-1, keepdims=True)


def train(model, train_dataset, *, num_epochs, learning_rate):
    history = []
    for _ in range(num_epochs):
        total, n = 0.0, 0
        for x, labels in train_dataset:
            labels = tf.cast(labels, tf.int32)
            with tf.GradientTape() as tape:
                p = model(x)
                p_label = tf.gather(p, labels, axis=1, batch_dims=1)
                nll = -tf.math.log(p_label)
                loss = tf.reduce_mean(nll)
            variables = model.trainable_variables
            gradients = tape.gradient(loss, variables)
            for variable, gradient in zip(variables, gradients):
                variable.assign_sub(learning_rate * gradient)
            total += float(tf.reduce_sum(nll))
            n += int(tf.size(nll))
        history.append(total / n)
    return history
