r"""
what: You divided by the variance; divide by its square root.
what.zh: 你除以了方差；应除以方差的平方根。
numbers: Activations that spread over 100 come out with a spread of 0.01, not 1; those that spread over 0.1 come out with 10.
numbers.zh: 标准差为 100 的激活，结果的标准差是 0.01 而不是 1；标准差为 0.1 的则变成 10。
why: `tf.nn.moments` gives the variance, and the root is forgotten.
why.zh: `tf.nn.moments` 给的是方差，忘了开平方。
fix: `tf.sqrt(variance + self.epsilon)` in the denominator.
fix.zh: 分母用 `tf.sqrt(variance + self.epsilon)`。
fails: relu_then_normalize, each_row_on_its_own, population_variance, gamma_scales_and_beta_shifts, epsilon_inside_the_root, one_step_moves_all_six_weights, trains_over_epochs
line: /\s*\(\s*(?:\w*var\w*|v|sigma2|sigma_sq\w*)\s*\+\s*(?:self\.)?_?eps\w*\s*\)(?!\s*\*\*)|\breciprocal\(\s*\w*var\w*\s*\+
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
        mean, variance = tf.nn.moments(x, axes=[-1], keepdims=True)
        return self.gamma * ((x - mean) / (variance + self.epsilon)) + self.beta


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
