# raises-on-int64-labels: the label index is stacked with an int32 range, so int64 labels raise, though labels are int32 or int64.
import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = tf.keras.layers.LayerNormalization()
        self.dense2 = tf.keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        return self.dense2(self.layer_norm1(self.dense1(inputs)))


def negative_log_likelihood(p, labels):
    index = tf.stack([tf.range(tf.shape(p)[0]), labels], axis=1)
    return -tf.math.log(tf.gather_nd(p, index))


def train(model, train_dataset, *, num_epochs, learning_rate):
    optimizer = tf.keras.optimizers.SGD(learning_rate)
    losses = []
    for _ in range(num_epochs):
        total, samples = 0.0, 0
        for x, labels in train_dataset:
            with tf.GradientTape() as tape:
                nll = negative_log_likelihood(model(x, training=True), labels)
                loss = tf.reduce_mean(nll)
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply(grads, model.trainable_variables)
            total += float(tf.reduce_sum(nll))
            samples += len(nll)
        losses.append(total / samples)
    return losses
