# stops-when-the-loss-rises: training ends early where an epoch has a higher loss than the one before; each of the num_epochs epochs is asked for.
# named: stops-when-the-loss-rises
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
    optimizer = tf.keras.optimizers.SGD(learning_rate)
    loss_fn = tf.keras.losses.SparseCategoricalCrossentropy()
    losses = []
    for _ in range(num_epochs):
        total, samples = 0.0, 0
        for x, labels in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(labels, model(x, training=True))
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            total += float(loss) * len(labels)
            samples += len(labels)
        losses.append(total / samples)
        if len(losses) > 1 and losses[-1] > losses[-2]:
            break
    return losses
