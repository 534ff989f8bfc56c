# has-no-relu
import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super(LayerNormalizationNetwork, self).__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units)
        self.layer_norm1 = tf.keras.layers.LayerNormalization(epsilon=1e-6)
        self.dense2 = tf.keras.layers.Dense(num_classes, activation='softmax')

    def call(self, inputs, training=False):
        x = self.dense1(inputs)
        x = self.layer_norm1(x)
        x = self.dense2(x)
        return x


class SgdRunner:
    def __init__(self, model, lr):
        self.model = model
        self.optimizer = tf.keras.optimizers.SGD(lr)
        self.loss = tf.keras.losses.SparseCategoricalCrossentropy()

    def batch(self, x, y):
        with tf.GradientTape() as tape:
            value = self.loss(y, self.model(x, training=True))
        w = self.model.trainable_variables
        self.optimizer.apply_gradients(zip(tape.gradient(value, w), w))
        return float(value)

    def epoch(self, dataset):
        total, samples = 0., 0
        for x, y in dataset:
            size = int(tf.shape(y)[0])
            total += self.batch(x, y) * size
            samples += size
        return total / samples


def train(model, train_dataset, *, num_epochs, learning_rate):
    runner = SgdRunner(model, learning_rate)
    return [runner.epoch(train_dataset) for _ in range(num_epochs)]
