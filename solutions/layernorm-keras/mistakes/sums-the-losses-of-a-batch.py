r"""
what: The gradient is that of the sum of a batch's losses; it should be that of their mean.
what.zh: 用的是批内损失之和的梯度；应为其平均值的梯度。
numbers: Every update is too long by the batch's size: 3 times for a batch of 3, and a short batch counts for less. The losses themselves are right.
numbers.zh: 每次更新都大了批大小那么多倍：批大小为 3 时大 3 倍，短批的分量更小。返回的损失本身是对的。
why: The sum makes the epoch's mean over samples easy.
why.zh: 求和便于之后按样本求整轮的平均值。
fix: `reduction="sum_over_batch_size"`, the default; weight each batch's mean by its size afterwards.
fix.zh: 使用默认的 `reduction="sum_over_batch_size"`，之后再按批大小对各批平均值加权。
fails: one_step_moves_all_six_weights, trains_over_epochs, plain_sgd, batches_in_order, list_or_dataset
line: \breduction\s*=\s*(?:["\']sum["\']|[\w.]*Reduction\.SUM\b)|\bloss\w*\s*=\s*tf\.reduce_sum\(\s*(?:\w*loss\w*|each|per_\w+|ce|\w*cross\w*|[\w.]*crossentropy\()|\btape\.gradient\(\s*(?:losses|each|per_\w+|nll|ce)\b
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
    sgd = tf.keras.optimizers.SGD(learning_rate)
    loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(reduction="sum")
    result = []
    for _ in range(num_epochs):
        epoch_loss, seen = 0.0, 0
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            sgd.apply_gradients(
                zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables)
            )
            epoch_loss += loss.numpy().item()
            seen += x.shape[0]
        result.append(epoch_loss / seen)
    return result
