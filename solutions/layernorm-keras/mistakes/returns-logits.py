r"""
what: The model returns logits; it should return probabilities, their softmax.
what.zh: 模型返回的是 logits，应返回其 softmax，即概率。
numbers: Logits (2, -1, 0.5) are returned as they are; the probabilities are (0.786, 0.039, 0.175). Training itself is right, with from_logits=True.
numbers.zh: logits (2, -1, 0.5) 被原样返回，而概率应为 (0.786, 0.039, 0.175)。训练因为用了 from_logits=True，本身是对的。
why: Leaving the softmax to the loss is what many guides advise, for accuracy.
why.zh: 许多教程建议把 softmax 留给损失函数，以提高数值精度。
fix: Apply the softmax in dense2 or in `call`. The loss may still be taken from logits that a method of your own gives.
fix.zh: 在 dense2 或 `call` 中做 softmax；损失仍可用你自己另写的方法给出的 logits 来计算。
fails: relu_then_normalize, each_row_on_its_own, population_variance, gamma_scales_and_beta_shifts, epsilon_inside_the_root, softmax_over_the_classes, works_inside_tf_function, saved_weights_come_back
line: \bfrom_logits\s*=\s*True
"""

import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = tf.keras.layers.LayerNormalization()
        self.dense2 = tf.keras.layers.Dense(num_classes)

    def call(self, inputs, training=False):
        x = self.dense1(inputs)
        x = self.layer_norm1(x)
        return self.dense2(x)


def train(model, train_dataset, *, num_epochs, learning_rate):
    optimizer = tf.keras.optimizers.SGD(learning_rate)
    loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
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
