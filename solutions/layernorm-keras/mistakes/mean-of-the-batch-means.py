r"""
what: An epoch's loss is the mean of its batches' means; it should be the mean over its samples.
what.zh: 一轮的损失是各批平均值的平均；应是对所有样本的平均。
numbers: Batches of 4, 4 and 1 samples with losses 0.8, 0.8 and 4.3 give 1.97 in place of 1.19.
numbers.zh: 三批分别有 4、4、1 个样本，损失为 0.8、0.8、4.3，得到 1.97，而应为 1.19。
why: With batches of one size the two are the same.
why.zh: 各批大小相同时，两者没有区别。
fix: `metric.update_state(loss, sample_weight=len(y))`, or sum loss times size and divide by all samples.
fix.zh: 使用 `metric.update_state(loss, sample_weight=len(y))`，或累加损失乘以批大小再除以样本总数。
fails: trains_over_epochs, mean_over_the_samples
line: \.update_state\(\s*(?:loss|batch_loss|loss_value)\s*\)|\bnp\.mean\(\s*\w*loss\w*\s*\)|/\s*(?:num_|n_)?(?:batches|steps)\b
"""

import tensorflow as tf
from tensorflow.keras import Model, layers


class LayerNormalizationNetwork(Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = layers.Dense(units=hidden_units, activation="relu", name="dense1")
        self.layer_norm1 = layers.LayerNormalization(axis=-1, epsilon=1e-5, name="layer_norm1")
        self.dense2 = layers.Dense(units=num_classes, activation="softmax", name="dense2")

    def call(self, inputs, training=False):
        return self.dense2(self.layer_norm1(self.dense1(inputs)))


def train(model, train_dataset, *, num_epochs, learning_rate):
    optimizer = tf.keras.optimizers.SGD(learning_rate=learning_rate)
    loss_fn = tf.keras.losses.SparseCategoricalCrossentropy()
    losses = []
    for epoch in range(num_epochs):
        epoch_loss_avg = tf.keras.metrics.Mean()
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                y_pred = model(x, training=True)
                loss = loss_fn(y, y_pred)
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            epoch_loss_avg.update_state(loss)
        losses.append(float(epoch_loss_avg.result()))
    return losses
