r"""
what: One mean and one variance are taken for the whole batch; each row has its own.
what.zh: 整个批共用一个均值和一个方差；每一行应有自己的。
numbers: Beside a row 5 times larger, a row comes out about 5 times too small; alone in its batch it is right.
numbers.zh: 若同批中另一行大 5 倍，该行的结果约小 5 倍；独自成批时却是对的。
why: `tf.reduce_mean(x)` without `axis` reduces everything to one number.
why.zh: `tf.reduce_mean(x)` 不给 `axis` 时会把所有值归约成一个数。
fix: `tf.reduce_mean(x, axis=-1, keepdims=True)`, for both statistics.
fix.zh: 两个统计量都写成 `tf.reduce_mean(x, axis=-1, keepdims=True)`。
fails: each_row_on_its_own, one_step_moves_all_six_weights, trains_over_epochs
line: \b(?:reduce_mean|reduce_variance|reduce_std)\(\s*(?:x|inputs|(?:\w+\.)*square\(\s*\w+\s*-\s*\w+\s*\)|\(\s*\w+\s*-\s*\w+\s*\)\s*\*\*\s*2)\s*\)|\b(?:axes|axis)\s*=\s*[\[(]\s*0\s*,\s*-?1
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
        mean = tf.reduce_mean(x)
        var = tf.reduce_mean(tf.square(x - mean))
        return self.gamma * (x - mean) / tf.sqrt(var + self.epsilon) + self.beta


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
