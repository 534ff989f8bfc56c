r"""
what: Beta is added before the multiplication with gamma: gamma * (x_hat + beta).
what.zh: 在乘以 gamma 之前就加上了 beta：gamma * (x_hat + beta)。
numbers: Beta counts gamma times: half where gamma is 0.5, not at all where it is 0. In a new model, where gamma is 1, it can't be seen.
numbers.zh: beta 被乘上了 gamma：gamma 为 0.5 时只剩一半，为 0 时完全不起作用。新模型中 gamma 为 1，看不出来。
why: A misplaced bracket.
why.zh: 括号放错了位置。
fix: `self.gamma * x_hat + self.beta`.
fix.zh: 写成 `self.gamma * x_hat + self.beta`。
fails: gamma_scales_and_beta_shifts, works_inside_tf_function, saved_weights_come_back, one_step_moves_all_six_weights, trains_over_epochs, plain_sgd
line: \bgamma\s*\*\s*\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\+\s*(?:self\.)?beta\s*\)|\+\s*(?:self\.)?beta\s*\)\s*\*\s*(?:self\.)?gamma\b
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
        mean, var = tf.nn.moments(x, axes=[-1], keepdims=True)
        x_hat = (x - mean) / tf.sqrt(var + self.epsilon)
        return self.gamma * (x_hat + self.beta)


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
