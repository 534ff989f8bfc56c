# tf-function-step
import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation=tf.nn.relu)
        self.layer_norm1 = tf.keras.layers.LayerNormalization(epsilon=1e-6)
        self.dense2 = tf.keras.layers.Dense(num_classes, activation=tf.nn.softmax)

    def call(self, inputs, training=False):
        return self.dense2(self.layer_norm1(self.dense1(inputs)))


def train(model, train_dataset, *, num_epochs, learning_rate):
    optimizer = tf.keras.optimizers.SGD(learning_rate=learning_rate)
    loss_object = tf.keras.losses.SparseCategoricalCrossentropy(reduction="none")

    @tf.function(reduce_retracing=True)
    def train_step(x, y):
        with tf.GradientTape() as tape:
            per_sample = loss_object(y, model(x, training=True))
            loss = tf.reduce_mean(per_sample)
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        return tf.reduce_sum(per_sample), tf.shape(per_sample)[0]

    epoch_losses = []
    for _ in range(num_epochs):
        loss_sum, count = 0.0, 0
        for x, y in train_dataset:
            s, n = train_step(tf.convert_to_tensor(x), tf.convert_to_tensor(y))
            loss_sum += float(s)
            count += int(n)
        epoch_losses.append(loss_sum / count)
    return epoch_losses
