r"""
what: A Dropout layer was added; the model is to give the same in training as outside it.
what.zh: 加了一个 Dropout 层；模型在训练时与非训练时应给出相同结果。
numbers: With training=True and a rate of 0.5, half of the 128 features are 0 and the others doubled.
numbers.zh: training=True 且比率为 0.5 时，128 个特征有一半为 0，其余翻倍。
why: A `training` argument suggests that something should depend on it.
why.zh: 看到 `training` 参数，就以为应有东西依赖它。
fix: Leave the Dropout layer out.
fix.zh: 去掉 Dropout 层。
fails: training_changes_nothing, one_step_moves_all_six_weights, trains_over_epochs, plain_sgd
line: \bDropout\(|\.dropout\(
"""

import tensorflow as tf
from tensorflow.keras import Model, layers


class LayerNormalizationNetwork(Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = layers.LayerNormalization()
        self.dropout = layers.Dropout(0.5, seed=1)
        self.dense2 = layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        x = self.layer_norm1(self.dense1(inputs))
        x = self.dropout(x, training=training)
        return self.dense2(x)


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
