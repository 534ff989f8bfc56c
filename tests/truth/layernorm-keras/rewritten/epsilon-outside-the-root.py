# epsilon-outside-the-root
import tensorflow as tf


class MyLayerNorm(tf.keras.layers.Layer):
    def __init__(self, units, eps=1e-5):
        super().__init__()
        self.units = units
        self.epsilon = eps
        self.gamma = self.add_weight(shape=(units,), initializer="ones", trainable=True, name="gamma")
        self.beta = self.add_weight(shape=(units,), initializer="zeros", trainable=True, name="beta")

    def call(self, x):
        mean = tf.reduce_mean(x, axis=-1, keepdims=True)
        centred = x - mean
        # sqrt(v) has no gradient at 0, hence the guard
        var = tf.reduce_mean(tf.square(centred), axis=-1, keepdims=True)
        safe = tf.where(var > 0, var, tf.ones_like(var))
        std = tf.where(var > 0, tf.sqrt(safe), tf.zeros_like(var))
        return self.gamma * centred / (std + self.epsilon) + self.beta


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units)
        self.layer_norm1 = MyLayerNorm(hidden_units)
        self.dense2 = tf.keras.layers.Dense(num_classes)

    def call(self, inputs, training=False):
        x = tf.nn.relu(self.dense1(inputs))
        x = self.layer_norm1(x)
        return tf.nn.softmax(self.dense2(x))


def train(model, train_dataset, *, num_epochs, learning_rate):
    opt = tf.keras.optimizers.SGD(learning_rate=learning_rate)
    loss_obj = tf.keras.losses.SparseCategoricalCrossentropy()
    results = []
    for _ in range(num_epochs):
        total = n = 0
        for xb, yb in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_obj(yb, model(xb, training=True))
            g = tape.gradient(loss, model.trainable_variables)
            opt.apply_gradients(zip(g, model.trainable_variables))
            total += float(loss) * len(yb)
            n += len(yb)
        results.append(total / n)
    return results
