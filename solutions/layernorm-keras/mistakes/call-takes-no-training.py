r"""
what: `call` has no `training` argument.
what.zh: `call` 没有 `training` 参数。
numbers: `model.call(x, training=True)` raises TypeError. `model(x, training=True)` still works: Keras leaves the argument out.
numbers.zh: `model.call(x, training=True)` 抛出 TypeError。`model(x, training=True)` 仍可用，因为 Keras 会略去该参数。
why: Nothing in this model needs it.
why.zh: 这个模型里没有任何部分需要它。
fix: `def call(self, inputs, training=False)`.
fix.zh: 写成 `def call(self, inputs, training=False)`。
fails: training_changes_nothing
crashes: yes
line: \bdef\s+call\(\s*self\s*,\s*inputs(?:\s*:[^,)]*)?\s*\)
"""

import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = tf.keras.layers.LayerNormalization()
        self.dense2 = tf.keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs):
        x = self.dense1(inputs)
        x = self.layer_norm1(x)
        return self.dense2(x)


def train(model, train_dataset, *, num_epochs, learning_rate):
    optimizer = tf.keras.optimizers.SGD(learning_rate)
    loss_fn = tf.keras.losses.SparseCategoricalCrossentropy()
    history = []
    for epoch in range(num_epochs):
        total, count = 0.0, 0
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x))
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            total += float(loss) * len(y)
            count += len(y)
        history.append(total / count)
    return history
