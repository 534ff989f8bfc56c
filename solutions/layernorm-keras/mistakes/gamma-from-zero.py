r"""
what: Gamma begins at 0; it should begin at 1.
what.zh: gamma 的初值是 0，应为 1。
numbers: Where gamma is the factor, a new model gives softmax(dense2.bias) whatever the input, and dense1's first gradient is 0.
numbers.zh: gamma 作系数时，新模型无论输入是什么都给出 softmax(dense2.bias)，dense1 的第一个梯度为 0。
why: `initializer="zeros"` is copied from beta; in residual networks a gamma from 0 is even a known trick.
why.zh: 从 beta 那一行复制了 `initializer="zeros"`；在残差网络中，gamma 从 0 开始还是个有名的技巧。
fix: `initializer="ones"` for gamma.
fix.zh: gamma 用 `initializer="ones"`。
fails: gamma_starts_at_one_and_beta_at_zero
line: \bgamma\w*\b.*(?:["']zeros["']|\bzeros\(|\bZeros\b)
"""

import tensorflow as tf


class LayerNorm(tf.keras.layers.Layer):
    def __init__(self, epsilon=1e-5, **kwargs):
        super().__init__(**kwargs)
        self.epsilon = epsilon

    def build(self, input_shape):
        d = input_shape[-1]
        self.gamma = self.add_weight(name="gamma", shape=(d,), initializer="zeros")
        self.beta = self.add_weight(name="beta", shape=(d,), initializer="zeros")

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
