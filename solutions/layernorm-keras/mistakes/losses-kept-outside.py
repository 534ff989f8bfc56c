"""
what: The list of losses is a global: a second call of train returns the first one's too.
what.zh: 损失列表是全局变量：第二次调用 train 会把第一次的损失也返回。
numbers: A call with num_epochs=3 and one with num_epochs=4 return 3 and then 7 losses.
numbers.zh: 先后以 num_epochs=3 和 num_epochs=4 调用，先返回 3 个损失，后返回 7 个。
why: In a notebook the list is made in a cell of its own, to be plotted later.
why.zh: 在 notebook 中，列表常在单独的单元格里创建，以便之后画图。
fix: Make the list inside `train`.
fix.zh: 在 `train` 内部创建列表。
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


epoch_losses = []


def train(model, train_dataset, *, num_epochs, learning_rate):
    optimizer = keras.optimizers.SGD(learning_rate=learning_rate)
    loss_fn = keras.losses.SparseCategoricalCrossentropy()
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
    return epoch_losses
