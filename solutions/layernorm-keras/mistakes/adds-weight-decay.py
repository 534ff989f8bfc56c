r"""
what: The optimizer shrinks the weights at every update; plain SGD has no weight decay.
what.zh: 优化器每次更新都会收缩权重；朴素 SGD 没有权重衰减。
numbers: With weight_decay=0.01 each update also takes learning_rate * 0.01 of every weight away: a bias of 3.5 loses 0.014 more than it should at a rate of 0.4.
numbers.zh: weight_decay=0.01 时，每次更新还会减去每个权重的 learning_rate * 0.01：学习率 0.4 时，值为 3.5 的偏置多减了 0.014。
why: Weight decay is part of many recipes.
why.zh: 许多训练配方都带权重衰减。
fix: Leave `weight_decay` at its default, None.
fix.zh: 让 `weight_decay` 保持默认值 None。
fails: one_step_moves_all_six_weights, trains_over_epochs, plain_sgd, batches_in_order, list_or_dataset
line: \bweight_decay\s*=\s*(?!None|0(?:\.0*)?\s*[,)])|(?:\bassign_sub\(.*|[+-]\s*)(?:\w*(?:decay|DECAY)\w*|wd)\s*\*|\bAdamW\(
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
    optimizer = tf.keras.optimizers.SGD(learning_rate, weight_decay=1e-2)
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
