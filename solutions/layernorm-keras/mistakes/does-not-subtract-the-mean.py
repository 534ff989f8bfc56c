r"""
what: The mean is not subtracted: this is RMS normalization, not Layer Normalization.
what.zh: 没有减去均值：这是 RMS 归一化，不是层归一化。
numbers: After a ReLU of normal values the output has mean 0.56 and standard deviation 0.83 in place of 0 and 1.
numbers.zh: 对正态值做 ReLU 之后，输出的均值是 0.56、标准差是 0.83，而不是 0 和 1。
why: Many language models use RMSNorm, which needs no mean.
why.zh: 许多语言模型使用不减均值的 RMSNorm。
fix: Subtract each row's mean, in the numerator and in the variance.
fix.zh: 在分子和方差中都减去每一行的均值。
fails: relu_then_normalize, each_row_on_its_own, population_variance, gamma_scales_and_beta_shifts, epsilon_inside_the_root, one_step_moves_all_six_weights, trains_over_epochs
line: \brms\w*\b|\bRMSNorm\w*|\bmean_square\w*|\b(?:reduce_)?mean\(\s*(?:(?:\w+\.)*square\(\s*(?:x|inputs)\s*\)|(?:x|inputs)\s*\*\*\s*2)
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
        mean_square = tf.reduce_mean(tf.square(x), axis=-1, keepdims=True)
        return self.gamma * x * tf.math.rsqrt(mean_square + self.epsilon) + self.beta


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
    loss_fn = tf.keras.losses.SparseCategoricalCrossentropy()
    history = []
    for epoch in range(num_epochs):
        total, count = 0.0, 0
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            total += float(loss) * len(y)
            count += len(y)
        history.append(total / count)
    return history
