r"""
what: The layer computes with another epsilon than its attribute epsilon says.
what.zh: 该层计算所用的 epsilon 与它的属性 epsilon 不同。
numbers: With 1e-3 in the formula and 1e-6 in the attribute, at a variance of 1e-6 the normalized values are 22 times smaller than the attribute says: 0.032 in place of 0.71 for a value one deviation from the mean.
numbers.zh: 公式里是 1e-3、属性是 1e-6 时，若方差为 1e-6，归一化后的值比属性所说的小 22 倍：偏离均值一个标准差的值得到 0.032，而应为 0.71。
why: The number is written into the formula first; the argument comes later and is forgotten there.
why.zh: 公式里先写死了数字，参数是后来加的，忘了替换。
fix: Pass `self.epsilon` on.
fix.zh: 把 `self.epsilon` 传进去。
fails: epsilon_inside_the_root
line: \br?sqrt\(.*\+\s*(?:\d+(?:\.\d*)?e-\d+|0?\.0+\d)|\bbatch_normalization\(.*,\s*(?:variance_epsilon\s*=\s*)?(?:\d+(?:\.\d*)?e-\d+|0?\.0+\d)|\bvar\w*\s*\+\s*(?:\d+(?:\.\d*)?e-\d+|0?\.0+\d)|\bself\.(?!layer_norm1\b)\w+\s*=.*\bLayerNormalization\((?!.*epsilon)
"""

import tensorflow as tf


class LayerNorm(tf.keras.layers.Layer):
    def __init__(self, epsilon=1e-6, **kwargs):
        super().__init__(**kwargs)
        self.epsilon = epsilon

    def build(self, input_shape):
        d = input_shape[-1]
        self.gamma = self.add_weight(name="gamma", shape=(d,), initializer="ones")
        self.beta = self.add_weight(name="beta", shape=(d,), initializer="zeros")

    def call(self, x):
        mean, var = tf.nn.moments(x, axes=[-1], keepdims=True)
        return tf.nn.batch_normalization(x, mean, var, self.beta, self.gamma, 1e-3)


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
