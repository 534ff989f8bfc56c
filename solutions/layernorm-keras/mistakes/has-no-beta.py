r"""
what: The norm has no beta.
what.zh: 归一化层没有 beta。
numbers: 5 trainable weights in place of 6; each row of normalized values keeps the mean 0 (for equal gammas).
numbers.zh: 可训练权重只有 5 个而不是 6 个；gamma 都相等时，归一化后每行的均值始终为 0。
why: dense2 has a bias of its own, so beta looks superfluous.
why.zh: dense2 自己有偏置，beta 显得多余。
fix: Leave `center` of LayerNormalization at its default, True; a layer of your own gets a weight `beta` that is added.
fix.zh: 让 LayerNormalization 的 `center` 保持默认值 True；自己写的层则要有一个被加上的权重 `beta`。
fails: sizes_and_six_trainable_weights, gamma_starts_at_one_and_beta_at_zero, gamma_scales_and_beta_shifts
line: \bcenter\s*=\s*False
"""

import tensorflow as tf
from tensorflow.keras import Model, layers


class LayerNormalizationNetwork(Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = layers.Dense(units=hidden_units, activation="relu", name="dense1")
        self.layer_norm1 = layers.LayerNormalization(axis=-1, epsilon=1e-5, center=False, name="layer_norm1")
        self.dense2 = layers.Dense(units=num_classes, activation="softmax", name="dense2")

    def call(self, inputs, training=False):
        return self.dense2(self.layer_norm1(self.dense1(inputs)))


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
