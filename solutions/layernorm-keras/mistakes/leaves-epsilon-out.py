r"""
what: The layer has an epsilon and never uses it.
what.zh: 该层有 epsilon，却从未使用。
numbers: A row whose hidden units are all off gives 0 * inf = NaN in place of beta; at a variance of epsilon the output is 1.41 times too large.
numbers.zh: 隐藏单元全部关闭的一行得到 0 * inf = NaN，而应为 beta；方差等于 epsilon 时，输出大了 1.41 倍。
why: With ordinary inputs nothing shows, and the formula in lectures often has no epsilon.
why.zh: 普通输入下看不出差别，而讲义里的公式常常不写 epsilon。
fix: `tf.math.rsqrt(var + self.epsilon)`.
fix.zh: 写成 `tf.math.rsqrt(var + self.epsilon)`。
fails: epsilon_inside_the_root
line: \br?sqrt\(\s*(?:\w*var\w*|v|sigma2|sigma_sq\w*)\s*\)(?!\s*\+)|\br?sqrt\((?!.*eps)(?=.*\b(?:reduce_)?var)
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
        mean, var = tf.nn.moments(x, axes=-1, keepdims=True)
        x_hat = (x - mean) * tf.math.rsqrt(var)
        return x_hat * self.gamma + self.beta


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
