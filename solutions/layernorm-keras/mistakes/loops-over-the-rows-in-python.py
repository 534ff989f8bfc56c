r"""
what: A Python loop runs over `range(x.shape[0])`; inside a tf.function the batch size may be unknown.
what.zh: 用 Python 循环遍历 `range(x.shape[0])`；在 tf.function 内批大小可能未知。
numbers: With a batch size of None: TypeError, 'NoneType' object cannot be interpreted as an integer. Eagerly it is right, and slow.
numbers.zh: 批大小为 None 时抛出 TypeError：'NoneType' object cannot be interpreted as an integer。即时执行时正确，但很慢。
why: The formula is for one row, and is carried over row by row.
why.zh: 公式是针对一行写的，于是逐行照搬。
fix: Reduce over `axis=-1` with `keepdims=True`: all rows at once.
fix.zh: 沿 `axis=-1` 归约并设 `keepdims=True`，一次处理所有行。
fails: works_inside_tf_function
crashes: yes
line: \bfor\b.*\brange\(\s*(?:(?:x|inputs)\.shape\[0\]|len\(\s*(?:x|inputs)\s*\)|tf\.shape\(|batch)|\bfor\s+\w+\s+in\s+(?:x|inputs|tf\.unstack\(.*)\s*[:\])]
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
        rows = []
        for i in range(x.shape[0]):
            row = x[i]
            mean = tf.reduce_mean(row)
            var = tf.reduce_mean((row - mean) ** 2)
            rows.append(self.gamma * (row - mean) / tf.sqrt(var + self.epsilon) + self.beta)
        return tf.stack(rows)


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
