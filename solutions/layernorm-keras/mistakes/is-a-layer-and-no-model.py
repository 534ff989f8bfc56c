"""
what: You derived the network from keras.layers.Layer; it is to be a tf.keras.Model, which can save its weights.
what.zh: 你让网络继承 keras.layers.Layer；它应是 tf.keras.Model，这样才能保存权重。
numbers: isinstance(model, tf.keras.Model) is False, and model.save_weights raises AttributeError.
numbers.zh: isinstance(model, tf.keras.Model) 为 False，model.save_weights 抛出 AttributeError。
why: A Layer can hold layers and be called and trained as well: until it is saved nothing seems to be missing.
why.zh: Layer 同样可以包含其他层，可以调用和训练：在保存之前似乎什么都不缺。
fix: `class LayerNormalizationNetwork(tf.keras.Model)`.
fix.zh: 写成 `class LayerNormalizationNetwork(tf.keras.Model)`。
fails: sizes_and_six_trainable_weights, saved_weights_come_back
"""

import tensorflow as tf
from tensorflow import keras


class LayerNormalizationNetwork(keras.layers.Layer):
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
    return epoch_losses
