r"""
what: You keep gamma - 1 and scale by 1 + gamma; gamma itself is the factor, and begins at 1.
what.zh: 你保存的是 gamma - 1，并用 1 + gamma 缩放；gamma 本身就是系数，初值为 1。
numbers: A new model is right. Once gamma is set to 2, features are scaled by 3.
numbers.zh: 新模型的输出正确；但把 gamma 设为 2 之后，特征被放大 3 倍。
why: Gemma's norm and the zero-centred gamma of Transformer Engine do it, so that weight decay pulls towards 1.
why.zh: Gemma 的归一化层和 Transformer Engine 的 zero-centered gamma 就是这样做的，使权重衰减把它拉向 1。
fix: Start gamma at 1 and write `gamma * normalized + beta`.
fix.zh: gamma 从 1 开始，写成 `gamma * normalized + beta`。
fails: gamma_starts_at_one_and_beta_at_zero, relu_then_normalize, each_row_on_its_own, population_variance,
  gamma_scales_and_beta_shifts, epsilon_inside_the_root, works_inside_tf_function, saved_weights_come_back,
  one_step_moves_all_six_weights, trains_over_epochs, plain_sgd, batches_in_order, list_or_dataset
line: \b1(?:\.0*)?\s*\+\s*(?:self\.)?(?:gamma|scale)\b|\b(?:gamma|scale)\s*\+\s*1(?:\.0*)?\b
"""

import keras
import tensorflow as tf
from keras import ops


class ZeroCentredLayerNorm(keras.layers.Layer):
    def __init__(self, epsilon=1e-6):
        super().__init__()
        self.epsilon = epsilon

    def build(self, shape):
        self.gamma = self.add_weight(shape=shape[-1:], initializer="zeros", name="gamma")
        self.beta = self.add_weight(shape=shape[-1:], initializer="zeros", name="beta")

    def call(self, inputs):
        mean, variance = ops.moments(inputs, axes=[-1], keepdims=True)
        normalized = (inputs - mean) * ops.rsqrt(variance + self.epsilon)
        return normalized * (1.0 + self.gamma) + self.beta


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = ZeroCentredLayerNorm()
        self.dense2 = keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        return self.dense2(self.layer_norm1(self.dense1(inputs)))


def train(model, train_dataset, *, num_epochs, learning_rate):
    losses = []
    for _ in range(num_epochs):
        seen, total = 0, 0.0
        for x, labels in train_dataset:
            with tf.GradientTape() as tape:
                each = keras.losses.sparse_categorical_crossentropy(labels, model(x, training=True))
                loss = tf.reduce_mean(each)
            for weight, slope in zip(
                model.trainable_variables,
                tape.gradient(loss, [weight.value for weight in model.trainable_variables]),
                strict=True,
            ):
                weight.assign_sub(learning_rate * slope)
            seen += len(labels)
            total += float(tf.reduce_sum(each))
        losses.append(total / seen)
    return losses
