r"""
what: You asked for len(train_dataset); a tf.data.Dataset need not know its length.
what.zh: 你用了 len(train_dataset)；tf.data.Dataset 不一定知道自己的长度。
numbers: After unbatch(), filter() or from_generator(): TypeError, "The dataset length is unknown".
numbers.zh: 经过 unbatch()、filter() 或 from_generator() 之后：TypeError，“The dataset length is unknown”。
why: Lists have a length, and so have data sets made straight from arrays.
why.zh: 列表有长度，直接由数组得到的数据集也有。
fix: Count while you go.
fix.zh: 边遍历边计数。
fails: list_or_dataset
crashes: yes
line: \blen\(\s*(?:train_)?(?:dataset|ds)\s*\)|\bcardinality\(
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
    steps = len(train_dataset)
    history = []
    for epoch in range(num_epochs):
        total, count = 0.0, 0
        for step, (x, y) in zip(range(steps), train_dataset):
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            total += float(loss) * len(y)
            count += len(y)
        history.append(total / count)
    return history
