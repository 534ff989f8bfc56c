r"""
what: An epoch's loss is measured after the epoch, with the weights as they then are; each sample counts with the loss before its own update.
what.zh: 一轮的损失是在该轮结束后用当时的权重测得的；每个样本应取其自身更新之前的损失。
numbers: The first epoch's loss is no longer that of the untrained model: with one batch an epoch the whole list is one epoch ahead.
numbers.zh: 第一轮的损失不再是未训练模型的损失：每轮只有一批时，整个列表提前了一轮。
why: It is what an evaluation on held-out data does.
why.zh: 在验证集上评估时就是这样做的。
fix: Add up the losses of the forward passes as they are made.
fix.zh: 在每次前向计算时累加损失。
fails: trains_over_epochs, loss_before_the_update
line: \bappend\(\s*(?:float\(\s*)?\w+\(\s*model\s*,\s*train_dataset\s*(?:,\s*\w*loss\w*\s*)?\)|^(?: {8}|\t\t)\w+\s*=\s*(?:float\(\s*)?\w+\(\s*model\s*,\s*train_dataset\s*(?:,\s*\w*loss\w*\s*)?\)|\bmodel\.evaluate\(
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


def _mean_loss(model, data):
    total, count = 0.0, 0
    for x, y in data:
        losses = tf.keras.losses.sparse_categorical_crossentropy(y, model(x))
        total += float(tf.reduce_sum(losses))
        count += len(y)
    return total / count


def train(model, train_dataset, *, num_epochs, learning_rate):
    optimizer = tf.keras.optimizers.SGD(learning_rate)
    loss_fn = tf.keras.losses.SparseCategoricalCrossentropy()
    history = []
    for _ in range(num_epochs):
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
        history.append(_mean_loss(model, train_dataset))
    return history
