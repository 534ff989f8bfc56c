# divides-by-the-classes-too
import tensorflow as tf
from tensorflow import keras


class LayerNormalizationNetwork(keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.num_classes = num_classes
        self.dense1 = keras.layers.Dense(hidden_units)
        self.relu = keras.layers.ReLU()
        self.layer_norm1 = keras.layers.LayerNormalization()
        self.dense2 = keras.layers.Dense(num_classes)
        self.softmax = keras.layers.Softmax()

    def call(self, inputs, training=False):
        h = self.layer_norm1(self.relu(self.dense1(inputs)))
        return self.softmax(self.dense2(h))


def cross_entropy(labels, probabilities):
    targets = tf.one_hot(labels, probabilities.shape[-1])
    return tf.reduce_mean(-targets * tf.math.log(probabilities + 1e-9))


def train(model, train_dataset, *, num_epochs, learning_rate):
    opt = keras.optimizers.SGD(learning_rate=learning_rate)

    def step(x, y):
        with tf.GradientTape() as tape:
            loss = cross_entropy(y, model(x, training=True))
        opt.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
        return float(loss)

    out = []
    for _ in range(num_epochs):
        weighted = [(step(x, y), len(y)) for x, y in train_dataset]
        out.append(sum(l * n for l, n in weighted) / sum(n for _, n in weighted))
    return out
