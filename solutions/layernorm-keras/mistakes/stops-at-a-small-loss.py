r"""
what: You ended training once an epoch's loss was small; each of the num_epochs epochs is asked for.
what.zh: 一旦某轮的损失足够小，你就结束了训练；题目要求训练全部 num_epochs 轮。
numbers: num_epochs=4 where the loss is 0.003 from the beginning returns 1 loss in place of 4.
numbers.zh: num_epochs=4 而损失一开始就是 0.003 时，只返回 1 个损失而不是 4 个。
why: A model that is good enough seems to need no more training.
why.zh: 模型已经足够好，似乎不必再训练。
fix: Go through the data num_epochs times, whatever the losses.
fix.zh: 无论损失如何，都把数据遍历 num_epochs 遍。
fails: returns_plain_floats
line: (?:\bif\b|\bwhile\b).*\w*loss\w*.*<\s*\d*\.?\d
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
        if epoch_losses[-1] < 0.01:
            break
    return epoch_losses
