r"""
what: Mean and variance are computed in NumPy, outside the graph and the tape.
what.zh: 均值和方差用 NumPy 计算，脱离了计算图和 GradientTape。
numbers: Inside tf.function: NotImplementedError, a symbolic tf.Tensor can't be made a NumPy array. Eagerly the outputs are right, but dense1 gets no gradient and never learns.
numbers.zh: 在 tf.function 内抛出 NotImplementedError：符号张量无法转成 NumPy 数组。即时执行时输出是对的，但 dense1 得不到梯度，永远学不到东西。
why: NumPy is at hand, and eager outputs are right.
why.zh: NumPy 顺手，而且即时执行的输出是对的。
fix: Use tf or keras.ops throughout `call`.
fix.zh: 在 `call` 中一律使用 tf 或 keras.ops。
fails: works_inside_tf_function, one_step_moves_all_six_weights, trains_over_epochs
line: \bnp\.(?:var|std)\(|\bnp\.mean\(\s*(?:x|inputs|values)\b|\b(?:x|inputs)\.numpy\(|\bnp\.sqrt\(.*self\.epsilon|\b(?:py|numpy)_function\(
"""

import numpy as np
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
        values = np.asarray(x)
        mean = values.mean(axis=-1, keepdims=True)
        std = np.sqrt(values.var(axis=-1, keepdims=True) + self.epsilon)
        x_hat = tf.constant((values - mean) / std)
        return self.gamma * x_hat + self.beta


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
