"""
what: You normalized first and applied the ReLU to the result; the ReLU belongs to dense1, before the norm.
what.zh: 你先做了归一化，再对结果做 ReLU；ReLU 属于 dense1，应在归一化之前。
numbers: For normal pre-activations dense2 sees features of mean 0.40 and standard deviation 0.58 in place of 0 and 1.
numbers.zh: 若激活前的值服从正态分布，dense2 看到的特征均值为 0.40、标准差为 0.58，而不是 0 和 1。
why: Batch Normalization is often placed between a convolution and its ReLU, and the order is carried over.
why.zh: 批归一化常放在卷积与 ReLU 之间，于是把这个顺序也照搬过来。
fix: `self.layer_norm1(tf.nn.relu(self.dense1(inputs)))`, or give dense1 `activation="relu"`.
fix.zh: 写成 `self.layer_norm1(tf.nn.relu(self.dense1(inputs)))`，或给 dense1 设 `activation="relu"`。
fails: relu_then_normalize, each_row_on_its_own, population_variance, gamma_scales_and_beta_shifts, epsilon_inside_the_root, one_step_moves_all_six_weights, trains_over_epochs
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
        hidden = self.layer_norm1(self.dense1(inputs))
        hidden = tf.nn.relu(hidden)
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
