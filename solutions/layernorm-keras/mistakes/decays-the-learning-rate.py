r"""
what: The learning rate decays from step to step; it should stay as given.
what.zh: 学习率逐步衰减；应保持给定值不变。
numbers: After 10 steps updates are 0.9 times, after 44 steps 0.63 times as long as they should be.
numbers.zh: 10 步之后更新的长度是应有的 0.9 倍，44 步之后是 0.63 倍。
why: A schedule is part of many recipes.
why.zh: 许多训练配方都带学习率调度。
fix: `SGD(learning_rate)` with the plain number.
fix.zh: 直接把数值传给 `SGD(learning_rate)`。
fails: trains_over_epochs, plain_sgd, batches_in_order
line: \bschedules\.|\b(?:Exponential|Cosine|Polynomial|InverseTime|Piecewise)\w*Decay\b|\blearning_rate\s*\*=|\b(?:learning_rate|lr)\.assign\(|\blearning_rate\s*[*/]\s*(?:\(\s*1|\w*decay|0?\.\d+\s*\*\*)|\bdecay\w*\s*=|\bLearningRateScheduler\b|\.learning_rate\s*=(?!=)
"""

import tensorflow as tf
from tensorflow.keras import Model, layers


class LayerNormalizationNetwork(Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = layers.Dense(units=hidden_units, activation="relu", name="dense1")
        self.layer_norm1 = layers.LayerNormalization(axis=-1, epsilon=1e-5, name="layer_norm1")
        self.dense2 = layers.Dense(units=num_classes, activation="softmax", name="dense2")

    def call(self, inputs, training=False):
        return self.dense2(self.layer_norm1(self.dense1(inputs)))


def train(model, train_dataset, *, num_epochs, learning_rate):
    schedule = tf.keras.optimizers.schedules.ExponentialDecay(
        learning_rate, decay_steps=10, decay_rate=0.9
    )
    optimizer = tf.keras.optimizers.SGD(schedule)
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
