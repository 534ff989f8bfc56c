r"""
what: Each batch goes through `model.fit`, which cuts it into pieces of 32 and updates once for each piece.
what.zh: 每个批都交给 `model.fit`；它会把批切成 32 个一份，每份各更新一次。
numbers: A batch of 100 samples makes 4 updates in place of 1; one of up to 32 is right.
numbers.zh: 100 个样本的批会更新 4 次，而不是 1 次；不超过 32 个样本的批则没有问题。
why: In the fit of a data set a batch stays what it is; for arrays batch_size is 32 unless it is given.
why.zh: 用数据集调用 fit 时，批保持原样；用数组调用时，若不指定 batch_size，则为 32。
fix: Call `train_on_batch`, or give fit `batch_size=len(x)`.
fix.zh: 改用 `train_on_batch`，或给 fit 传入 `batch_size=len(x)`。
fails: batches_in_order
line: \.fit\(\s*(?:x=)?\w+\s*,\s*(?:y=)?\w+\s*(?:,(?!.*\bbatch_size\b).*)?$
"""

import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, "relu")
        self.layer_norm1 = tf.keras.layers.LayerNormalization()
        self.dense2 = tf.keras.layers.Dense(num_classes, "softmax")

    def call(self, inputs, training=False):
        hidden = self.dense1(inputs)
        return self.dense2(self.layer_norm1(hidden))


def train(model, train_dataset, *, num_epochs, learning_rate):
    model.compile(
        optimizer=tf.keras.optimizers.SGD(learning_rate), loss="sparse_categorical_crossentropy"
    )
    epoch_losses = []
    for _ in range(num_epochs):
        weighted, count = 0.0, 0
        for x, y in train_dataset:
            history = model.fit(x, y, shuffle=False, verbose=0)
            weighted += history.history["loss"][-1] * len(x)
            count += len(x)
        epoch_losses.append(float(weighted / count))
    return epoch_losses
