r"""
what: The `return` stands inside the loop over epochs.
what.zh: `return` 写在了按轮的循环里面。
numbers: num_epochs=3 trains one epoch and returns one loss; num_epochs=0 returns None.
numbers.zh: num_epochs=3 时只训练一轮、返回一个损失；num_epochs=0 时返回 None。
why: An indentation one level too deep.
why.zh: 缩进多了一级。
fix: Move the `return` out of the loop.
fix.zh: 把 `return` 移到循环外。
fails: trains_over_epochs, plain_sgd, returns_plain_floats
line: ^(?: {8}|\t\t)return\s+(?:history|epoch_losses|results?|loss_history|all_losses)\s*$
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
