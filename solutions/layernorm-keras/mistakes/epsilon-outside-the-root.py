r"""
what: Epsilon is added to the standard deviation; it belongs to the variance, inside the square root.
what.zh: epsilon 加到了标准差上；它应加在根号内的方差上。
numbers: At a variance of 0.1 epsilon and epsilon = 1e-5 you divide by 0.00101 in place of 0.00332: 3.3 times too large. Where the variance is 1 nobody sees it.
numbers.zh: 方差为 0.1 epsilon、epsilon = 1e-5 时，除的是 0.00101 而不是 0.00332：大了 3.3 倍。方差为 1 时则看不出来。
why: `std + eps` guards against division by zero just as well, and some papers' code has it so.
why.zh: `std + eps` 同样能避免除以零，有些论文的代码也这样写。
fix: `(x - mean) / tf.sqrt(var + self.epsilon)`.
fix.zh: 写成 `(x - mean) / tf.sqrt(var + self.epsilon)`。
fails: epsilon_inside_the_root
line: \b(?:std|sd|sigma|stddev)\s*\+\s*(?:self\.)?_?eps|\b(?:reduce_)?std\([^()]*\)\s*\+\s*(?:self\.)?_?eps|\bsqrt\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)\s*\+\s*(?:self\.)?_?eps
"""

import tensorflow as tf


class LayerNorm(tf.keras.layers.Layer):
    def __init__(self, epsilon=1e-5, **kwargs):
        super().__init__(**kwargs)
        self.epsilon = epsilon

    def build(self, input_shape):
        d = input_shape[-1]
        self.gamma = self.add_weight(name="gamma", shape=(d,), initializer="ones")
        self.beta = self.add_weight(name="beta", shape=(d,), initializer="zeros")

    def call(self, x):
        mean = tf.reduce_mean(x, axis=-1, keepdims=True)
        std = tf.math.reduce_std(x, axis=-1, keepdims=True)
        return self.gamma * (x - mean) / (std + self.epsilon) + self.beta


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = LayerNorm()
        self.dense2 = tf.keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        return self.dense2(self.layer_norm1(self.dense1(inputs)))


def train(model, train_dataset, *, num_epochs, learning_rate):
    optimizer = tf.keras.optimizers.SGD(learning_rate=learning_rate)
    scce = tf.keras.losses.SparseCategoricalCrossentropy()
    mean_loss = tf.keras.metrics.Mean()

    @tf.function(reduce_retracing=True)
    def train_step(x, y):
        with tf.GradientTape() as tape:
            loss = scce(y, model(x, training=True))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        mean_loss.update_state(loss, sample_weight=tf.shape(x)[0])

    losses = []
    for _ in range(num_epochs):
        mean_loss.reset_state()
        for x, y in train_dataset:
            train_step(tf.convert_to_tensor(x), tf.convert_to_tensor(y))
        losses.append(float(mean_loss.result()))
    return losses
