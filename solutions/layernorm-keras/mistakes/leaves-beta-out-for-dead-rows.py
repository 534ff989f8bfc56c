"""
what: You gave rows of no variance zeros; a row whose activations are all 0 is normalized to beta.
what.zh: 你让方差为 0 的行得到 0；激活值全为 0 的一行，归一化后应得到 beta。
numbers: Where the ReLU cuts off a whole row and beta is 0.5, dense2 gets 0 for each feature in place of 0.5.
numbers.zh: 当 ReLU 把一整行都截为 0 而 beta 为 0.5 时，dense2 得到的每个特征是 0，而不是 0.5。
why: The guard against a division by 0 is put round the whole expression; epsilon is that guard already.
why.zh: 为防止除以 0 而对整个表达式做了保护；其实 epsilon 已经起到这个作用。
fix: Return `gamma * (x - mean) / tf.sqrt(var + epsilon) + beta` for every row.
fix.zh: 对每一行都返回 `gamma * (x - mean) / tf.sqrt(var + epsilon) + beta`。
fails: epsilon_inside_the_root
"""

import tensorflow as tf
from tensorflow import keras


class LayerNorm(keras.layers.Layer):
    def __init__(self, epsilon=1e-5):
        super().__init__()
        self.epsilon = epsilon

    def build(self, input_shape):
        self.gamma = self.add_weight(name="gamma", shape=(input_shape[-1],), initializer="ones")
        self.beta = self.add_weight(name="beta", shape=(input_shape[-1],), initializer="zeros")

    def call(self, x):
        mean, var = tf.nn.moments(x, axes=[-1], keepdims=True)
        y = self.gamma * (x - mean) / tf.sqrt(var + self.epsilon) + self.beta
        return tf.where(var > 0, y, 0.0)


class LayerNormalizationNetwork(keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = LayerNorm()
        self.dense2 = keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        return self.dense2(self.layer_norm1(self.dense1(inputs)))


def train(model, train_dataset, *, num_epochs, learning_rate):
    optimizer = keras.optimizers.SGD(learning_rate=learning_rate)
    loss_fn = keras.losses.SparseCategoricalCrossentropy()
    epoch_losses = []
    for _ in range(num_epochs):
        total, count = 0.0, 0
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            total += float(loss) * len(y)
            count += len(y)
        epoch_losses.append(total / count)
    return epoch_losses
