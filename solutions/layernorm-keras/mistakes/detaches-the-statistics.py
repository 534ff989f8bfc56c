r"""
what: No gradient goes through mean and variance; both depend on the inputs.
what.zh: 梯度没有经过均值和方差；两者都依赖于输入。
numbers: The outputs are right. dense1's gradient keeps what the norm should cancel: a shift of a whole row gets a gradient, which should be 0.
numbers.zh: 输出是对的。但 dense1 的梯度留下了本应被抵消的部分：整行平移的梯度应为 0，现在却不是。
why: Statistics are taken for constants, as the moving ones of Batch Normalization are.
why.zh: 把统计量当成常数，如同批归一化的滑动统计量。
fix: Leave `tf.stop_gradient` out.
fix.zh: 去掉 `tf.stop_gradient`。
fails: one_step_moves_all_six_weights, trains_over_epochs
line: \bstop_gradient\(
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
        mean, var = tf.stop_gradient(mean), tf.stop_gradient(var)
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
