"""
what: You put too high a floor under the probabilities before the logarithm; below it a label has no gradient.
what.zh: 取对数之前，你给概率设的下限太高；低于下限的标签就没有梯度。
numbers: With a floor of 0.01 and a label of probability 0.0005 the loss is 4.6 in place of 7.6, and the update moves nothing.
numbers.zh: 下限为 0.01、标签概率为 0.0005 时，损失是 4.6 而不是 7.6，更新也不移动任何权重。
why: log(0) is feared; Keras's own floor is 1e-7, a hundred thousand times lower.
why.zh: 担心出现 log(0)；Keras 自己的下限是 1e-7，低十万倍。
fix: Take Keras's loss, or a floor of 1e-7.
fix.zh: 使用 Keras 的损失函数，或用 1e-7 作下限。
fails: plain_sgd
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
    epoch_losses = []
    for _ in range(num_epochs):
        losses = []
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                probabilities = tf.clip_by_value(model(x, training=True), 0.01, 1.0)
                each = -tf.math.log(tf.gather(probabilities, y, axis=1, batch_dims=1))
                loss = tf.reduce_mean(each)
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            losses.extend(each.numpy().tolist())
        epoch_losses.append(sum(losses) / len(losses))
    return epoch_losses
