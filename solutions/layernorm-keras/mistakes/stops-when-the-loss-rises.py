"""
what: You ended training at the first epoch whose loss was higher than the one before; each of the num_epochs
  epochs is asked for.
what.zh: 一旦某轮的损失高于上一轮，你就结束了训练；题目要求训练全部 num_epochs 轮。
numbers: num_epochs=3 with a learning rate that is too high returns 2 losses in place of 3.
numbers.zh: num_epochs=3 而学习率过大时，返回 2 个损失而不是 3 个。
why: Early stopping is a habit from training against a validation set.
why.zh: 早停是用验证集训练时养成的习惯。
fix: Go through the data num_epochs times, whatever the losses.
fix.zh: 无论损失如何，都把数据遍历 num_epochs 遍。
fails: plain_sgd, returns_plain_floats
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
    optimizer = keras.optimizers.SGD(learning_rate=learning_rate)
    loss_fn = keras.losses.SparseCategoricalCrossentropy()
    epoch_losses = []
    for _ in range(num_epochs):
        total, count = 0.0, 0
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            total += float(loss) * len(y)
            count += len(y)
        epoch_losses.append(total / count)
        if len(epoch_losses) > 1 and epoch_losses[-1] > epoch_losses[-2]:
            break
    return epoch_losses
