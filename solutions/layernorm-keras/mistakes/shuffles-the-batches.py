r"""
what: The batches are shuffled; they are to be used in the data set's order.
what.zh: 打乱了批的顺序；应按数据集的顺序使用。
numbers: The losses and weights depend on the random order; with the same batch over and over nothing shows.
numbers.zh: 损失和权重取决于随机顺序；若每批都相同，则看不出来。
why: Shuffling is good practice; here it is left to whoever makes the data set.
why.zh: 打乱数据是好习惯；但这里由准备数据集的人决定。
fix: `for x, y in train_dataset`.
fix.zh: 直接写 `for x, y in train_dataset`。
fails: trains_over_epochs, batches_in_order
line: \bshuffle\(|\bpermutation\(|\brandom\.sample\(
"""

import random

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
    rng = random.Random(42)
    history = []
    for epoch in range(num_epochs):
        batches = list(train_dataset)
        rng.shuffle(batches)
        total, count = 0.0, 0
        for x, y in batches:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            total += float(loss) * len(y)
            count += len(y)
        history.append(total / count)
    return history
