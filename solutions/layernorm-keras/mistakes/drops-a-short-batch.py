r"""
what: A batch shorter than the first is left out; every batch counts.
what.zh: 比第一批短的批被跳过；每一批都应使用。
numbers: With 9 samples in batches of 4, 4 and 1 the last sample never trains and its loss is missing.
numbers.zh: 9 个样本分成 4、4、1 三批时，最后一个样本从不参与训练，其损失也缺失。
why: drop_remainder=True is a habit where shapes must be fixed.
why.zh: 在形状必须固定的场合，习惯使用 drop_remainder=True。
fix: Use every batch; weight its loss by its size.
fix.zh: 每一批都使用，其损失按批大小加权。
fails: trains_over_epochs, batches_in_order, mean_over_the_samples
line: \bdrop_remainder\s*=\s*True|^\s*if\b.*(?:\blen\(\s*\w+\s*\)|\bshape\[0\])\s*(?:<|!=)|^\s*if\b.*(?:>|!=)\s*(?:len\(\s*\w+\s*\)|\w+\.shape\[0\])\s*:
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
    optimizer = tf.keras.optimizers.SGD(learning_rate=learning_rate)
    scce = tf.keras.losses.SparseCategoricalCrossentropy()
    mean_loss = tf.keras.metrics.Mean()

    @tf.function(reduce_retracing=True)
    def train_step(x, y):
        with tf.GradientTape() as tape:
            loss = scce(y, model(x, training=True))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        mean_loss.update_state(loss, sample_weight=tf.shape(x)[0])

    batch_size = len(next(iter(train_dataset))[1])
    losses = []
    for _ in range(num_epochs):
        mean_loss.reset_state()
        for x, y in train_dataset:
            if len(y) < batch_size:
                continue
            train_step(tf.convert_to_tensor(x), tf.convert_to_tensor(y))
        losses.append(float(mean_loss.result()))
    return losses
