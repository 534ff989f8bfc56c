"""
what: The softmax is applied twice: in dense2 and again in `call`.
what.zh: softmax 做了两次：dense2 里一次，`call` 里又一次。
numbers: (0.786, 0.039, 0.175) becomes (0.496, 0.235, 0.269). With 10 classes no probability can pass 0.232, so no loss falls below 1.46.
numbers.zh: (0.786, 0.039, 0.175) 变成 (0.496, 0.235, 0.269)。10 个类别时概率不会超过 0.232，损失不会低于 1.46。
why: The layer already has its activation, and `call` is written as if it had none. Nothing fails, training is just slow.
why.zh: 层里已经有激活函数，`call` 却当它没有。程序不报错，只是训练很慢。
fix: Keep one of the two.
fix.zh: 两处只保留一处。
fails: relu_then_normalize, each_row_on_its_own, population_variance, gamma_scales_and_beta_shifts, epsilon_inside_the_root, softmax_over_the_classes, works_inside_tf_function, saved_weights_come_back, one_step_moves_all_six_weights, trains_over_epochs, plain_sgd, batches_in_order, loss_before_the_update, mean_over_the_samples, list_or_dataset
"""

import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = tf.keras.layers.LayerNormalization()
        self.dense2 = tf.keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        x = self.dense1(inputs)
        x = self.layer_norm1(x)
        return tf.nn.softmax(self.dense2(x))


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
