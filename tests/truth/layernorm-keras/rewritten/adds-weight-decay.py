# adds-weight-decay
import tensorflow as tf
from tensorflow.keras import layers


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = layers.LayerNormalization()
        self.dense2 = layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        return self.dense2(self.layer_norm1(self.dense1(inputs)))


def train(model, train_dataset, *, num_epochs, learning_rate):
    optimizer = tf.keras.optimizers.SGD(learning_rate, weight_decay=1e-2)
    per_sample = tf.keras.losses.SparseCategoricalCrossentropy(reduction="none")
    history = []
    for _ in range(num_epochs):
        total, seen = 0.0, 0
        for x, labels in train_dataset:
            with tf.GradientTape() as tape:
                losses = per_sample(labels, model(x, training=True))
                loss = tf.reduce_mean(losses)
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            total += float(tf.reduce_sum(losses))
            seen += int(losses.shape[0])
        history.append(total / seen)
    return history
