# normalizes-before-the-relu
import tensorflow as tf

L = tf.keras.layers


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = L.Dense(hidden_units)
        self.layer_norm1 = L.LayerNormalization()
        self.dense2 = L.Dense(num_classes)

    def call(self, inputs, training=False):
        x = self.dense1(inputs)
        x = self.layer_norm1(x)
        x = tf.nn.relu(x)
        x = self.dense2(x)
        return tf.nn.softmax(x)


def train(model, train_dataset, *, num_epochs, learning_rate):
    opt = tf.keras.optimizers.SGD(learning_rate=learning_rate, momentum=0.0)
    metric = tf.keras.metrics.SparseCategoricalCrossentropy()
    losses = []
    for _ in range(num_epochs):
        metric.reset_state()
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                p = model(x, training=True)
                loss = tf.reduce_mean(tf.keras.losses.sparse_categorical_crossentropy(y, p))
            metric.update_state(y, p)
            tv = model.trainable_variables
            opt.apply(tape.gradient(loss, tv), tv)
        losses.append(float(metric.result()))
    return losses
