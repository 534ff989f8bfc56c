# epsilon-outside-the-root+sums-the-losses-of-a-batch
import tensorflow as tf


class LayerNorm(tf.keras.layers.Layer):
    def __init__(self, epsilon=1e-5, **kw):
        super().__init__(**kw)
        self.epsilon = epsilon

    def build(self, shape):
        self.gamma = self.add_weight(name="gamma", shape=(shape[-1],), initializer="ones")
        self.beta = self.add_weight(name="beta", shape=(shape[-1],), initializer="zeros")

    def call(self, x):
        mean, var = tf.nn.moments(x, [-1], keepdims=True)
        std = tf.sqrt(tf.maximum(var, 1e-30))
        return (x - mean) / (std + self.epsilon) * self.gamma + self.beta


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = LayerNorm()
        self.dense2 = tf.keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        return self.dense2(self.layer_norm1(self.dense1(inputs)))


def train(model, train_dataset, *, num_epochs, learning_rate):
    optimizer = tf.keras.optimizers.SGD(learning_rate)
    loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(reduction="sum")
    losses = []
    for _ in range(num_epochs):
        total, n = 0.0, 0
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            total += float(loss)
            n += len(y)
        losses.append(total / n)
    return losses
