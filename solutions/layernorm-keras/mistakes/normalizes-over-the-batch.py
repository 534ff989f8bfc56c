r"""
what: Mean and variance are taken over the batch (axis 0); they should be taken over each row's features.
what.zh: 均值和方差沿批（轴 0）计算，应在每一行的特征上计算。
numbers: In a batch of one every feature equals its own mean, so the layer gives beta whatever the input.
numbers.zh: 批大小为 1 时，每个特征都等于自己的均值，于是无论输入是什么，该层都给出 beta。
why: Axis 0 is the habit from standardizing columns of a data set, and from Batch Normalization.
why.zh: 沿轴 0 是标准化数据表各列以及批归一化时的习惯。
fix: `axes=[-1]` with `keepdims=True`.
fix.zh: 改为 `axes=[-1]`，并保留 `keepdims=True`。
fails: relu_then_normalize, each_row_on_its_own, population_variance, gamma_scales_and_beta_shifts, epsilon_inside_the_root, one_step_moves_all_six_weights, trains_over_epochs
line: \b(?:moments|reduce_mean|reduce_variance|reduce_std|mean|var|std)\((?!.*concat).*\b(?:axes|axis)\s*=\s*[\[(]?\s*0\b|\bmoments\(\s*\w+\s*,\s*[\[(]?\s*0\b|\bLayerNormalization\(.*\baxis\s*=\s*0
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
        mean, var = tf.nn.moments(x, axes=[0], keepdims=True)
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
