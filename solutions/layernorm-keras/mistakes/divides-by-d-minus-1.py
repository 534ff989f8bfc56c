r"""
what: You divided the variance by D - 1; Layer Normalization divides by D.
what.zh: 你把方差除以了 D - 1；层归一化应除以 D。
numbers: Normalized values are too small by sqrt((D-1)/D): 0.71 at D = 2, 0.82 at D = 3, 0.996 at D = 128.
numbers.zh: 归一化后的值小了 sqrt((D-1)/D) 倍：D = 2 时 0.71，D = 3 时 0.82，D = 128 时 0.996。
why: The sample variance is the habit from statistics, and PyTorch's `x.var()` takes it by default.
why.zh: 样本方差是统计学里的习惯，PyTorch 的 `x.var()` 默认也是它。
fix: `tf.reduce_mean(tf.square(x - mean), axis=-1, keepdims=True)`, or `tf.nn.moments`.
fix.zh: 使用 `tf.reduce_mean(tf.square(x - mean), axis=-1, keepdims=True)` 或 `tf.nn.moments`。
fails: population_variance, one_step_moves_all_six_weights, trains_over_epochs
line: /\s*(?:[\w.]*\()+[^()=]*[\w\])]\s*-\s*1(?:\.0*)?\s*[,)]|\b(?:ddof|correction)\s*=\s*1\b
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
        d = tf.cast(tf.shape(x)[-1], x.dtype)
        mean = tf.reduce_mean(x, axis=-1, keepdims=True)
        var = tf.reduce_sum(tf.square(x - mean), axis=-1, keepdims=True) / (d - 1.0)
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
