r"""
what: Gamma and beta are plain `tf.Variable`s, which a Keras 3 layer does not track.
what.zh: gamma 和 beta 是普通的 `tf.Variable`，Keras 3 的层不会跟踪它们。
numbers: model.trainable_variables holds 4 weights, not 6: gamma and beta stay at 1 and 0 for ever and are in no saved file.
numbers.zh: model.trainable_variables 只有 4 个权重而不是 6 个：gamma 和 beta 永远停在 1 和 0，也不会被保存到文件。
why: It was the way in Keras 2, and no error is raised.
why.zh: Keras 2 中可以这样写，而且不会报错。
fix: `self.add_weight(name="gamma", shape=(d,), initializer="ones")`.
fix.zh: 使用 `self.add_weight(name="gamma", shape=(d,), initializer="ones")`。
fails: sizes_and_six_trainable_weights, saved_weights_come_back, one_step_moves_all_six_weights, trains_over_epochs
line: \bself\.(?:gamma|beta)\s*=\s*tf\.Variable\(
"""

import tensorflow as tf


class LayerNorm(tf.keras.layers.Layer):
    def __init__(self, epsilon=1e-5, **kwargs):
        super().__init__(**kwargs)
        self.epsilon = epsilon

    def build(self, input_shape):
        d = input_shape[-1]
        self.gamma = tf.Variable(tf.ones((d,)), trainable=True)
        self.beta = tf.Variable(tf.zeros((d,)), trainable=True)

    def call(self, x):
        mean, var = tf.nn.moments(x, axes=[-1], keepdims=True)
        return self.gamma * (x - mean) / tf.sqrt(var + self.epsilon) + self.beta


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = LayerNorm()
        self.dense2 = tf.keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        return self.dense2(self.layer_norm1(self.dense1(inputs)))


def train(model, train_dataset, *, num_epochs, learning_rate):
    optimizer = tf.keras.optimizers.SGD(learning_rate)
    loss_fn = tf.keras.losses.SparseCategoricalCrossentropy()
    history = []
    for epoch in range(num_epochs):
        total, count = 0.0, 0
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            total += float(loss) * len(y)
            count += len(y)
        history.append(total / count)
    return history
