r"""
what: You trained with Adam; plain SGD is asked for.
what.zh: 你用 Adam 训练；要求的是朴素 SGD。
numbers: The first step moves every weight by the learning rate, whatever its gradient: 0.4 where SGD moves by 0.39, and 0.4 where it moves by 0.01.
numbers.zh: 第一步把每个权重都移动一个学习率的距离，与梯度无关：SGD 移动 0.39 处是 0.4，SGD 移动 0.01 处也是 0.4。
why: Adam is the optimizer of most examples.
why.zh: 大多数示例用的优化器就是 Adam。
fix: `tf.keras.optimizers.SGD(learning_rate)`.
fix.zh: 使用 `tf.keras.optimizers.SGD(learning_rate)`。
fails: one_step_moves_all_six_weights, trains_over_epochs, plain_sgd, batches_in_order, list_or_dataset
line: \b(?:Adam\w*|RMSprop|Adagrad|Nadam|Adadelta|Lion|Ftrl)\(|["'](?:adam|rmsprop|adagrad|nadam)["']
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
    optimizer = tf.keras.optimizers.Adam(learning_rate=learning_rate)
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
