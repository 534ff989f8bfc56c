# updates-twice-a-batch
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
    model.compile(tf.keras.optimizers.SGD(learning_rate), "sparse_categorical_crossentropy",
                  run_eagerly=True)
    history = []
    for _ in range(num_epochs):
        total = 0.0
        count = 0
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                each = tf.keras.losses.sparse_categorical_crossentropy(y, model(x, training=True))
                loss = tf.reduce_mean(each)
            grads = tape.gradient(loss, model.trainable_variables)
            model.optimizer.apply_gradients(zip(grads, model.trainable_variables))
            model.train_on_batch(x, y)
            total += float(tf.reduce_sum(each))
            count += len(y)
        history.append(total / count)
    return history
