# normalizes-before-the-relu+adds-weight-decay
import tensorflow as tf

WEIGHT_DECAY = 1e-2


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units)
        self.layer_norm1 = tf.keras.layers.LayerNormalization()
        self.relu = tf.keras.layers.Activation("relu")
        self.dense2 = tf.keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        return self.dense2(self.relu(self.layer_norm1(self.dense1(inputs))))


def train(model, train_dataset, *, num_epochs, learning_rate):
    losses = []
    for _ in range(num_epochs):
        loss_sum, count = 0.0, 0
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                each = tf.keras.losses.sparse_categorical_crossentropy(y, model(x, training=True))
                loss = tf.reduce_mean(each)
            for w, g in zip(model.trainable_variables, tape.gradient(loss, model.trainable_variables)):
                w.assign_sub(learning_rate * (g + WEIGHT_DECAY * w))
            loss_sum += float(tf.reduce_sum(each))
            count += len(y)
        losses.append(loss_sum / count)
    return losses
