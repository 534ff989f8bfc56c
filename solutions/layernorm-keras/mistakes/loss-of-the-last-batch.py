r"""
what: An epoch's loss is that of its last batch alone.
what.zh: 一轮的损失只取了最后一批的。
numbers: Batches of 4, 4 and 1 samples with losses 0.8, 0.8 and 4.3 give 4.3 in place of 1.19.
numbers.zh: 三批分别有 4、4、1 个样本，损失为 0.8、0.8、4.3，得到 4.3，而应为 1.19。
why: The variable `loss` is still there when the inner loop is over.
why.zh: 内层循环结束后，变量 `loss` 还在。
fix: Add up over the batches, weighted by size.
fix.zh: 按批大小加权，对各批累加。
fails: trains_over_epochs, mean_over_the_samples
line: ^(?: {8}|\t\t)\w+\.append\(\s*(?:float\(\s*(?:loss|batch_loss|loss_value)|(?:loss|batch_loss|loss_value)\.(?:numpy|item)\()
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
        return self.dense2(x)


def train(model, train_dataset, *, num_epochs, learning_rate):
    optimizer = tf.keras.optimizers.SGD(learning_rate)
    loss_fn = tf.keras.losses.SparseCategoricalCrossentropy()
    history = []
    for epoch in range(num_epochs):
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
        history.append(float(loss))
    return history
