# train-on-batch-terse
import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = tf.keras.layers.LayerNormalization()
        self.dense2 = tf.keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        return self.dense2(self.layer_norm1(self.dense1(inputs)))


def train(model, train_dataset, *, num_epochs, learning_rate):
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate),
                  loss="sparse_categorical_crossentropy", jit_compile=False)
    losses = []
    for _ in range(num_epochs):
        total, samples = 0.0, 0
        for x, y in train_dataset:
            loss = model.train_on_batch(x, y)
            total += float(loss) * len(y)
            samples += len(y)
        losses.append(total / samples)
    return losses
