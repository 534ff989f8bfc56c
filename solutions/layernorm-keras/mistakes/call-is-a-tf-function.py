"""
what: `call` itself is a `tf.function`; in Keras 3 its first trace, made while the model is built, holds the weights' values of that moment.
what.zh: `call` 本身被 `tf.function` 装饰；在 Keras 3 中，它的第一次追踪发生在模型构建时，把当时的权重值固定了下来。
numbers: For inputs of the shape of the first call the model goes on answering with its initial weights, whatever was assigned, trained or loaded.
numbers.zh: 对于与首次调用形状相同的输入，无论之后赋值、训练还是载入了什么，模型都继续用初始权重作答。
why: Guides to TensorFlow 2 showed it so, and with other shapes all seems well.
why.zh: TensorFlow 2 的教程曾这样写，而且换个形状就看不出问题。
fix: Leave `call` undecorated; decorate the training step, or use `tf.function(model)`.
fix.zh: 不要装饰 `call`；改为装饰训练步，或使用 `tf.function(model)`。
fails: works_inside_tf_function, saved_weights_come_back
"""

import tensorflow as tf
from tensorflow.keras import Model, layers


class LayerNormalizationNetwork(Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = layers.Dense(units=hidden_units, activation="relu", name="dense1")
        self.layer_norm1 = layers.LayerNormalization(axis=-1, epsilon=1e-5, name="layer_norm1")
        self.dense2 = layers.Dense(units=num_classes, activation="softmax", name="dense2")

    @tf.function
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
