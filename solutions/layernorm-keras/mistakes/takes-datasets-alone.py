r"""
what: The batches go to `fit` as they are, which takes a tf.data.Dataset and no list of pairs.
what.zh: 直接把数据交给 `fit`，它接受 tf.data.Dataset，却不接受由 (x, y) 组成的列表。
numbers: With a list, `fit` raises: it takes the pairs for inputs of the model.
numbers.zh: 给列表时 `fit` 报错：它把这些二元组当成了模型的输入。
why: `fit` looks as if it took whatever can be iterated.
why.zh: `fit` 看上去能接受任何可迭代对象。
fix: Go through the batches yourself, or make a data set of the list with `tf.data.Dataset.from_generator`.
fix.zh: 自己逐批处理，或用 `tf.data.Dataset.from_generator` 把列表变成数据集。
fails: trains_over_epochs, list_or_dataset
crashes: yes
line: \bfit\(\s*(?:x\s*=\s*)?(?:train_)?(?:dataset|ds)\b|\btrain_dataset\.(?:map|batch|prefetch|cache|enumerate|take|repeat|unbatch)\(
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
        return tf.nn.softmax(self.dense2(hidden))


def train(model, train_dataset, *, num_epochs, learning_rate):
    if num_epochs == 0:
        return []
    model.compile(
        optimizer=keras.optimizers.SGD(learning_rate),
        loss=keras.losses.SparseCategoricalCrossentropy(),
    )
    history = model.fit(train_dataset, epochs=num_epochs, verbose=0)
    return [float(loss) for loss in history.history["loss"]]
