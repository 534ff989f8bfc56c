r"""
what: The labels become one-hot vectors of a fixed number of classes, whatever the model has.
what.zh: 无论模型有几个类别，标签都被转成固定类别数的 one-hot 向量。
numbers: With 10 classes fixed, a model with 3 raises: shapes (batch, 10) and (batch, 3) do not fit.
numbers.zh: 固定为 10 类而模型只有 3 类时报错：形状 (batch, 10) 与 (batch, 3) 不匹配。
why: Ten is the default of num_classes.
why.zh: num_classes 的默认值就是 10。
fix: `SparseCategoricalCrossentropy`, which takes integer labels.
fix.zh: 使用接受整数标签的 `SparseCategoricalCrossentropy`。
fails: one_step_moves_all_six_weights, trains_over_epochs
crashes: yes
line: \bone_hot\(.*,\s*(?:depth\s*=\s*|num_classes\s*=\s*)?10\b|\bto_categorical\(.*\b10\b|\beye\(\s*10\s*\)
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
    optimizer = tf.keras.optimizers.SGD(learning_rate)
    loss_fn = tf.keras.losses.CategoricalCrossentropy()
    history = []
    for epoch in range(num_epochs):
        total, count = 0.0, 0
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(tf.one_hot(y, 10), model(x, training=True))
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            total += float(loss) * len(y)
            count += len(y)
        history.append(total / count)
    return history
