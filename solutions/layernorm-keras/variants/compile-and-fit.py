"""`compile` and `fit` on a data set; the history's loss is already a mean over the samples."""

import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = tf.keras.layers.LayerNormalization(axis=1)
        self.dense2 = tf.keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        return self.dense2(self.layer_norm1(self.dense1(inputs), training=training))


def _as_dataset(batches):
    if isinstance(batches, tf.data.Dataset):
        return batches
    x, y = batches[0]
    signature = (
        tf.TensorSpec((None, *x.shape[1:]), x.dtype),
        tf.TensorSpec((None,), y.dtype),
    )
    return tf.data.Dataset.from_generator(lambda: iter(batches), output_signature=signature)


def train(model, train_dataset, *, num_epochs, learning_rate):
    if num_epochs == 0:
        return []
    model.compile(
        optimizer=tf.keras.optimizers.SGD(learning_rate=learning_rate),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
    )
    history = model.fit(_as_dataset(train_dataset), epochs=num_epochs, shuffle=False, verbose=0)
    return [float(loss) for loss in history.history["loss"]]
