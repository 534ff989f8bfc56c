"""
what: The layers are made in `call`; each call would make new ones, with new weights.
what.zh: 层是在 `call` 里创建的；每次调用都会创建带新权重的新层。
numbers: Keras 3 stops with "You cannot add new elements of state to a layer that is already built" in the first call.
numbers.zh: Keras 3 在第一次调用时就报错 “You cannot add new elements of state to a layer that is already built”。
why: Functional models are written that way, layers and calls in one line.
why.zh: 函数式模型就是这样写的：创建层与调用层在同一行。
fix: Make them in `__init__`, use them in `call`.
fix.zh: 在 `__init__` 中创建，在 `call` 中使用。
fails: sizes_and_six_trainable_weights, gamma_starts_at_one_and_beta_at_zero, relu_then_normalize, each_row_on_its_own, population_variance, gamma_scales_and_beta_shifts, epsilon_inside_the_root, softmax_over_the_classes, works_inside_tf_function, training_changes_nothing, saved_weights_come_back, one_step_moves_all_six_weights, trains_over_epochs, plain_sgd, batches_in_order, loss_before_the_update, mean_over_the_samples, list_or_dataset, returns_plain_floats
crashes: yes
"""

import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.hidden_units = hidden_units
        self.num_classes = num_classes

    def call(self, inputs, training=False):
        self.dense1 = tf.keras.layers.Dense(self.hidden_units, activation="relu")
        self.layer_norm1 = tf.keras.layers.LayerNormalization()
        self.dense2 = tf.keras.layers.Dense(self.num_classes, activation="softmax")
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
