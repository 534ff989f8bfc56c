r"""
what: The loss takes the model's probabilities for logits (from_logits=True).
what.zh: 损失函数把模型的概率当作 logits（from_logits=True）。
numbers: A second softmax is in the loss: with 10 classes it never falls below 1.46, and at the start gradients are 10 times too small. (Keras repairs this where the softmax is a layer's own activation.)
numbers.zh: 损失里多做了一次 softmax：10 个类别时损失不会低于 1.46，训练之初梯度小 10 倍。（若 softmax 是层自带的激活，Keras 会自行纠正。）
why: from_logits=True stands in most examples, where the model has no softmax.
why.zh: 大多数示例都写 from_logits=True，但那里的模型没有 softmax。
fix: `SparseCategoricalCrossentropy()`: from_logits is False by default.
fix.zh: 使用 `SparseCategoricalCrossentropy()`：from_logits 默认为 False。
fails: one_step_moves_all_six_weights, trains_over_epochs, plain_sgd, batches_in_order, loss_before_the_update, mean_over_the_samples, list_or_dataset
line: \bfrom_logits\s*=\s*True|cross_entropy_with_logits\(.*\blogits\s*=\s*(?:model\(|out\w*\b|p\b|prob\w*|y_?pred|pred\w*)
"""

import tensorflow as tf
from tensorflow import keras


class LayerNormalizationNetwork(keras.Model):
    """Dense -> ReLU -> LayerNorm -> Dense -> softmax."""

    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = keras.layers.Dense(hidden_units)
        self.layer_norm1 = keras.layers.LayerNormalization(epsilon=1e-6)
        self.dense2 = keras.layers.Dense(num_classes)

    def call(self, inputs, training=False):
        hidden = tf.nn.relu(self.dense1(inputs))
        hidden = self.layer_norm1(hidden)
        return tf.nn.softmax(self.dense2(hidden))


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
