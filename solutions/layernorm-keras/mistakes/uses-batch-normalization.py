r"""
what: You used BatchNormalization; Layer Normalization takes its statistics from each row alone.
what.zh: 你用了 BatchNormalization；层归一化只用每一行自己的统计量。
numbers: Outside training a new model divides by the moving variance, which is 1: activations of size 100 stay of size 100. In training a row's output depends on its batch.
numbers.zh: 非训练时，新模型除以初值为 1 的滑动方差：大小为 100 的激活仍是 100。训练时每一行的输出取决于它所在的批。
why: Both are `...Normalization` with gamma, beta and epsilon, and most examples show Batch Normalization.
why.zh: 两者都叫 `...Normalization`，都有 gamma、beta、epsilon，而示例大多是批归一化。
fix: `tf.keras.layers.LayerNormalization()`.
fix.zh: 使用 `tf.keras.layers.LayerNormalization()`。
fails: relu_then_normalize, each_row_on_its_own, population_variance, gamma_scales_and_beta_shifts, epsilon_inside_the_root, training_changes_nothing, one_step_moves_all_six_weights, trains_over_epochs
line: \bBatchNormalization\(
"""

import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = tf.keras.layers.BatchNormalization()
        self.dense2 = tf.keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        x = self.dense1(inputs)
        x = self.layer_norm1(x, training=training)
        return self.dense2(x)


def train(model, train_dataset, *, num_epochs, learning_rate):
    optimizer = tf.keras.optimizers.SGD(learning_rate=learning_rate)
    scce = tf.keras.losses.SparseCategoricalCrossentropy()
    mean_loss = tf.keras.metrics.Mean()

    @tf.function(reduce_retracing=True)
    def train_step(x, y):
        with tf.GradientTape() as tape:
            loss = scce(y, model(x, training=True))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        mean_loss.update_state(loss, sample_weight=tf.shape(x)[0])

    losses = []
    for _ in range(num_epochs):
        mean_loss.reset_state()
        for x, y in train_dataset:
            train_step(tf.convert_to_tensor(x), tf.convert_to_tensor(y))
        losses.append(float(mean_loss.result()))
    return losses
