r"""
what: The best epoch's weights are put back at the end; training ends with the last epoch's.
what.zh: 训练结束时恢复了最佳一轮的权重；训练应以最后一轮的权重结束。
numbers: Where the second of two epochs has the higher loss, its updates are gone: the weights are those after the first.
numbers.zh: 两轮中第二轮的损失更高时，它的更新全部丢失：权重停在第一轮之后。
why: It is what `EarlyStopping(restore_best_weights=True)` does, which many scripts carry along.
why.zh: `EarlyStopping(restore_best_weights=True)` 就是这样做的，许多脚本都带着它。
fix: Leave the weights as the last update left them.
fix.zh: 让权重保持最后一次更新之后的值。
fails: plain_sgd
line: \brestore_best_weights\s*=\s*True|\bset_weights\(\s*\w*best\w*|\bbest\w*\s*=.*\bget_weights\(
"""

import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = tf.keras.layers.LayerNormalization(epsilon=1e-5)
        self.dense2 = tf.keras.layers.Dense(num_classes)

    def call(self, inputs, training=False):
        return tf.nn.softmax(self.dense2(self.layer_norm1(self.dense1(inputs))))


def train(model, train_dataset, *, num_epochs, learning_rate):
    losses = []
    best_loss, best_weights = float("inf"), model.get_weights()
    for _ in range(num_epochs):
        total, count = 0.0, 0
        for x, labels in train_dataset:
            with tf.GradientTape() as tape:
                each = tf.keras.losses.sparse_categorical_crossentropy(labels, model(x, training=True))
                loss = tf.reduce_mean(each)
            variables = model.trainable_variables
            for variable, gradient in zip(variables, tape.gradient(loss, variables)):
                variable.assign_sub(learning_rate * gradient)
            total += float(tf.reduce_sum(each))
            count += len(labels)
        losses.append(total / count)
        if losses[-1] <= best_loss:
            best_loss, best_weights = losses[-1], model.get_weights()
    if num_epochs:
        model.set_weights(best_weights)
    return losses
