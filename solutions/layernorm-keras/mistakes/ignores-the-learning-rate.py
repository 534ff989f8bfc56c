r"""
what: SGD runs at a rate of its own; learning_rate is not used.
what.zh: SGD 用的是另外的学习率；没有使用 learning_rate。
numbers: At Keras's default every update has the rate 0.01, whatever was asked for: 40 times too short at 0.4.
numbers.zh: 用 Keras 的默认值时，无论要求多少，每次更新的学习率都是 0.01：要求 0.4 时短了 40 倍。
why: `SGD()` works without an argument.
why.zh: `SGD()` 不带参数也能运行。
fix: `SGD(learning_rate)`.
fix.zh: 写成 `SGD(learning_rate)`。
fails: one_step_moves_all_six_weights, trains_over_epochs, plain_sgd, batches_in_order, mean_over_the_samples, list_or_dataset
line: \bSGD\(\s*(?:learning_rate\s*=\s*)?(?:\d|0?\.\d|\))|\boptimizer\s*=\s*["']sgd["']
"""

import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = tf.keras.layers.LayerNormalization()
        self.dense2 = tf.keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        x = self.dense1(inputs)
        x = self.layer_norm1(x)
        return self.dense2(x)


def train(model, train_dataset, *, num_epochs, learning_rate):
    optimizer = tf.keras.optimizers.SGD()
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
