r"""
what: You clipped the gradient; plain SGD takes it as it is.
what.zh: 你截断了梯度；朴素 SGD 按原样使用梯度。
numbers: With clipnorm=1.0 a gradient of length 1.26, of a class that gets 0.02, is shortened to 1; shorter ones are right, so that it shows only now and then.
numbers.zh: 设 clipnorm=1.0，某类概率只有 0.02 时，长度为 1.26 的梯度被截到 1；较短的梯度不受影响，所以只偶尔显现。
why: Clipping is added for safety.
why.zh: 为保险起见加了截断。
fix: No clipnorm, clipvalue or global_clipnorm.
fix.zh: 不要设 clipnorm、clipvalue 或 global_clipnorm。
fails: trains_over_epochs, plain_sgd, batches_in_order
line: \b(?:clipnorm|clipvalue|global_clipnorm)\s*=\s*(?!None)|\bclip_by_(?:norm|global_norm)\(|\bclip_by_value\(\s*g
"""

import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = tf.keras.layers.LayerNormalization()
        self.dense2 = tf.keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        x = self.dense1(inputs)
        x = self.layer_norm1(x)
        return self.dense2(x)


def train(model, train_dataset, *, num_epochs, learning_rate):
    optimizer = tf.keras.optimizers.SGD(learning_rate=learning_rate, clipnorm=1.0)
    scce = tf.keras.losses.SparseCategoricalCrossentropy()
    mean_loss = tf.keras.metrics.Mean()

    @tf.function(reduce_retracing=True)
    def train_step(x, y):
        with tf.GradientTape() as tape:
            loss = scce(y, model(x, training=True))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        mean_loss.update_state(loss, sample_weight=tf.shape(x)[0])

    losses = []
    for _ in range(num_epochs):
        mean_loss.reset_state()
        for x, y in train_dataset:
            train_step(tf.convert_to_tensor(x), tf.convert_to_tensor(y))
        losses.append(float(mean_loss.result()))
    return losses
