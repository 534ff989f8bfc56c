# no-epochs-raise: with num_epochs=0 fit leaves an empty history, and looking up its losses raises KeyError.
import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = tf.keras.layers.LayerNormalization()
        self.dense2 = tf.keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        return self.dense2(self.layer_norm1(self.dense1(inputs)))


def _dataset(batches):
    if isinstance(batches, tf.data.Dataset):
        return batches
    x, y = batches[0]
    return tf.data.Dataset.from_generator(
        lambda: iter(batches),
        output_signature=(tf.TensorSpec((None, x.shape[-1]), x.dtype), tf.TensorSpec((None,), y.dtype)))


def train(model, train_dataset, *, num_epochs, learning_rate):
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate),
                  loss="sparse_categorical_crossentropy", jit_compile=False)
    history = model.fit(_dataset(train_dataset), epochs=num_epochs, verbose=0)
    return [float(v) for v in history.history["loss"]]
