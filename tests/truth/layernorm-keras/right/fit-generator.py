import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation=tf.nn.relu)
        self.layer_norm1 = tf.keras.layers.LayerNormalization(axis=-1)
        self.dense2 = tf.keras.layers.Dense(num_classes, activation=tf.nn.softmax)

    def call(self, inputs, training=False):
        x = self.dense1(inputs)
        x = self.layer_norm1(x, training=training)
        return self.dense2(x)


def _as_dataset(batches):
    if isinstance(batches, tf.data.Dataset):
        return batches
    x0, y0 = batches[0]
    return tf.data.Dataset.from_generator(
        lambda: iter(batches),
        output_signature=(
            tf.TensorSpec((None, x0.shape[1]), tf.float32),
            tf.TensorSpec((None,), y0.dtype),
        ),
    )


def train(model, train_dataset, *, num_epochs, learning_rate):
    if num_epochs == 0:
        return []
    model.compile(
        optimizer=tf.keras.optimizers.SGD(learning_rate=learning_rate),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=False),
    )
    result = model.fit(_as_dataset(train_dataset), epochs=num_epochs, verbose=0, shuffle=False)
    return [float(v) for v in result.history["loss"]]
