r"""
what: dense1 has no bias (use_bias=False).
what.zh: dense1 没有偏置（use_bias=False）。
numbers: 5 trainable weights in place of 6; every unit's ReLU switches at a plane through the origin.
numbers.zh: 可训练权重只有 5 个而不是 6 个；每个单元的 ReLU 都只能在过原点的平面上切换。
why: Before a Batch Normalization a bias is superfluous; here a ReLU stands between the two.
why.zh: 在批归一化之前偏置确实多余；但这里两者之间有 ReLU。
fix: Leave `use_bias` at its default, True.
fix.zh: 让 `use_bias` 保持默认值 True。
fails: sizes_and_six_trainable_weights
line: \buse_bias\s*=\s*False
"""

import tensorflow as tf
from tensorflow import keras


class LayerNormalizationNetwork(keras.Model):
    """Dense -> ReLU -> LayerNorm -> Dense -> softmax."""

    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = keras.layers.Dense(hidden_units, use_bias=False)
        self.layer_norm1 = keras.layers.LayerNormalization(epsilon=1e-6)
        self.dense2 = keras.layers.Dense(num_classes)

    def call(self, inputs, training=False):
        hidden = tf.nn.relu(self.dense1(inputs))
        hidden = self.layer_norm1(hidden)
        return tf.nn.softmax(self.dense2(hidden))


def train(model, train_dataset, *, num_epochs, learning_rate):
    optimizer = tf.keras.optimizers.SGD(learning_rate)
    loss_fn = tf.keras.losses.SparseCategoricalCrossentropy()
    history = []
    for epoch in range(num_epochs):
        total, count = 0.0, 0
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            total += float(loss) * len(y)
            count += len(y)
        history.append(total / count)
    return history
