r"""
what: dense1 always has 128 units; it should have hidden_units.
what.zh: dense1 总是 128 个单元，应为 hidden_units 个。
numbers: hidden_units=6 gives a kernel of shape (width, 128).
numbers.zh: hidden_units=6 时，kernel 的形状仍是 (width, 128)。
why: The numbers of the example are typed in and the arguments added afterwards.
why.zh: 先写死了示例里的数字，后来才加上参数。
fix: `Dense(hidden_units, activation="relu")`.
fix.zh: 写成 `Dense(hidden_units, activation="relu")`。
fails: sizes_and_six_trainable_weights, gamma_starts_at_one_and_beta_at_zero, each_row_on_its_own, population_variance, softmax_over_the_classes, works_inside_tf_function, saved_weights_come_back, one_step_moves_all_six_weights, trains_over_epochs
line: \bdense1\s*=.*\bDense\(\s*(?:units\s*=\s*)?\d
"""

import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(128, activation="relu")
        self.layer_norm1 = tf.keras.layers.LayerNormalization()
        self.dense2 = tf.keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        x = self.dense1(inputs)
        x = self.layer_norm1(x)
        return self.dense2(x)


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
