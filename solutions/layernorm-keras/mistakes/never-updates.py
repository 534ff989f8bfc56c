"""
what: No weight is ever updated: the losses are computed, and nothing learns from them.
what.zh: 权重从未更新：算出了损失，却没有据此学习。
numbers: All six weights are after the training what they were before, and each epoch has the same loss.
numbers.zh: 训练之后六个权重与训练之前完全相同，每轮的损失也都一样。
why: `tape.gradient` only gives the gradients; it is the optimizer that applies them.
why.zh: `tape.gradient` 只给出梯度，真正应用梯度的是优化器。
fix: `optimizer.apply_gradients(zip(gradients, model.trainable_variables))` after each batch.
fix.zh: 每个批次之后调用 `optimizer.apply_gradients(zip(gradients, model.trainable_variables))`。
fails: one_step_moves_all_six_weights, trains_over_epochs, plain_sgd, batches_in_order, list_or_dataset
"""

import tensorflow as tf
from tensorflow import keras


class LayerNormalizationNetwork(keras.Model):
    """Dense -> ReLU -> LayerNorm -> Dense -> softmax."""

    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = keras.layers.Dense(hidden_units)
        self.layer_norm1 = keras.layers.LayerNormalization(epsilon=1e-6)
        self.dense2 = keras.layers.Dense(num_classes)

    def call(self, inputs, training=False):
        hidden = tf.nn.relu(self.dense1(inputs))
        hidden = self.layer_norm1(hidden)
        return tf.nn.softmax(self.dense2(hidden))


def train(model, train_dataset, *, num_epochs, learning_rate):
    loss_fn = keras.losses.SparseCategoricalCrossentropy()
    epoch_losses = []
    for _ in range(num_epochs):
        total, count = 0.0, 0
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            tape.gradient(loss, model.trainable_variables)
            total += float(loss) * len(y)
            count += len(y)
        epoch_losses.append(total / count)
    return epoch_losses
