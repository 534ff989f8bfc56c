r"""
what: One iterator is made for the whole run; after the first epoch it is empty.
what.zh: 整个训练只创建了一个迭代器；第一轮之后它就空了。
numbers: From the second epoch on nothing is trained, and the loss is 0.0.
numbers.zh: 从第二轮起不再训练，损失为 0.0。
why: `iter(...)` is moved out of the loop, as if it could be wound back.
why.zh: 把 `iter(...)` 移到了循环外，好像它能倒回去似的。
fix: `for x, y in train_dataset` inside the loop over epochs.
fix.zh: 在按轮的循环内写 `for x, y in train_dataset`。
fails: trains_over_epochs, plain_sgd
line: ^(?: {4}|\t)\w+\s*=\s*(?:iter|enumerate|map|zip)\(
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
    batches = iter(train_dataset)
    for _ in range(num_epochs):
        mean_loss.reset_state()
        for x, y in batches:
            train_step(tf.convert_to_tensor(x), tf.convert_to_tensor(y))
        losses.append(float(mean_loss.result()))
    return losses
