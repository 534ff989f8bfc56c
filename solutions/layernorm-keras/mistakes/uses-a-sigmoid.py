r"""
what: The output is a sigmoid of each logit; it should be a softmax over the classes.
what.zh: 输出是对每个 logit 单独取 sigmoid，应是在类别上的 softmax。
numbers: Logits (2, -1, 0.5) give (0.88, 0.27, 0.62), which adds up to 1.77, in place of (0.79, 0.04, 0.18).
numbers.zh: logits (2, -1, 0.5) 得到 (0.88, 0.27, 0.62)，和为 1.77，而应为 (0.79, 0.04, 0.18)。
why: A sigmoid is right for one output of two classes or for labels that can hold together.
why.zh: 二分类的单个输出，或可同时成立的多个标签，才用 sigmoid。
fix: `activation="softmax"` or `tf.nn.softmax(logits)`.
fix.zh: 使用 `activation="softmax"` 或 `tf.nn.softmax(logits)`。
fails: relu_then_normalize, each_row_on_its_own, population_variance, gamma_scales_and_beta_shifts, epsilon_inside_the_root, softmax_over_the_classes, works_inside_tf_function, saved_weights_come_back, one_step_moves_all_six_weights, trains_over_epochs, plain_sgd, batches_in_order, loss_before_the_update, mean_over_the_samples, list_or_dataset
line: \bsigmoid\b
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
        return tf.nn.sigmoid(self.dense2(hidden))


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
