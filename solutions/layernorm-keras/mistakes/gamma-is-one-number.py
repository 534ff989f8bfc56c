r"""
what: Gamma and beta are one number each; there is one for each hidden unit.
what.zh: gamma 和 beta 各只有一个数；每个隐藏单元都应有自己的。
numbers: 2 parameters in place of 256 at 128 units; their gradients are the sums of what each unit should get.
numbers.zh: 128 个单元时只有 2 个参数，而应有 256 个；其梯度是各单元应得梯度之和。
why: In the formula for one row gamma looks like a scalar.
why.zh: 在只写一行的公式里，gamma 看起来像个标量。
fix: `shape=(input_shape[-1],)` for both.
fix.zh: 两者都用 `shape=(input_shape[-1],)`。
fails: sizes_and_six_trainable_weights, gamma_starts_at_one_and_beta_at_zero, gamma_scales_and_beta_shifts, saved_weights_come_back, trains_over_epochs
line: \bshape\s*=\s*(?:\(\s*(?:1\s*,\s*)?\)|\[\s*1?\s*\])|\badd_weight\(\s*\(\s*(?:1\s*,)?\s*\)
"""

import tensorflow as tf


class LayerNorm(tf.keras.layers.Layer):
    def __init__(self, epsilon=1e-5, **kwargs):
        super().__init__(**kwargs)
        self.epsilon = epsilon

    def build(self, input_shape):
        self.gamma = self.add_weight(name="gamma", shape=(1,), initializer="ones")
        self.beta = self.add_weight(name="beta", shape=(1,), initializer="zeros")

    def call(self, x):
        mean, var = tf.nn.moments(x, axes=[-1], keepdims=True)
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
