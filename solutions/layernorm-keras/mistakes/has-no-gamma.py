r"""
what: The norm has no gamma (scale=False).
what.zh: 归一化层没有 gamma（scale=False）。
numbers: 5 trainable weights in place of 6; every feature keeps the same weight in the row.
numbers.zh: 可训练权重只有 5 个而不是 6 个；各特征在行内的比重始终相同。
why: Keras says of Batch Normalization that the scale may go where a linear layer follows.
why.zh: Keras 文档在批归一化处说：若后面是线性层，可以去掉缩放。
fix: Leave `scale` at its default, True.
fix.zh: 让 `scale` 保持默认值 True。
fails: sizes_and_six_trainable_weights, gamma_starts_at_one_and_beta_at_zero, gamma_scales_and_beta_shifts
line: \bscale\s*=\s*False
"""

import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = tf.keras.layers.LayerNormalization(scale=False)
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

    losses = []
    for _ in range(num_epochs):
        mean_loss.reset_state()
        for x, y in train_dataset:
            train_step(tf.convert_to_tensor(x), tf.convert_to_tensor(y))
        losses.append(float(mean_loss.result()))
    return losses
