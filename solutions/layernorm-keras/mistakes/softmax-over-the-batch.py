r"""
what: The softmax runs over the batch (axis 0); it should run over the classes.
what.zh: softmax 沿批（轴 0）计算，应沿类别轴计算。
numbers: Columns add up to 1, not rows. In a batch of one every probability is 1.
numbers.zh: 每一列之和为 1，而不是每一行。批大小为 1 时，所有概率都是 1。
why: `axis=0` is taken for "the first axis that matters".
why.zh: 误以为 `axis=0` 就是“第一个有意义的轴”。
fix: `tf.nn.softmax(logits)`, whose default is the last axis.
fix.zh: 使用 `tf.nn.softmax(logits)`，其默认就是最后一个轴。
fails: relu_then_normalize, each_row_on_its_own, population_variance, gamma_scales_and_beta_shifts, epsilon_inside_the_root, softmax_over_the_classes, works_inside_tf_function, saved_weights_come_back, one_step_moves_all_six_weights, trains_over_epochs, plain_sgd, batches_in_order, loss_before_the_update, mean_over_the_samples, list_or_dataset
line: [sS]oftmax\(.*\baxis\s*=\s*0|\bsoftmax\(.*,\s*0\s*\)|\breduce_sum\(\s*(?:e|ex|exps?|exp_\w+|[\w.]*exp\(.*)\s*,\s*axis\s*=\s*0|\breduce_max\(.*\baxis\s*=\s*0
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
        return tf.nn.softmax(self.dense2(hidden), axis=0)


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
