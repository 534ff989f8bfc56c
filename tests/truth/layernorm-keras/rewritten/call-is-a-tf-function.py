# call-is-a-tf-function
import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    """Dense -> ReLU -> LayerNorm -> Dense -> softmax."""

    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units)
        self.layer_norm1 = tf.keras.layers.LayerNormalization(epsilon=1e-5)
        self.dense2 = tf.keras.layers.Dense(num_classes)

    @tf.function
    def call(self, inputs, training=False):
        hidden = tf.nn.relu(self.dense1(inputs))
        hidden = self.layer_norm1(hidden)
        return tf.nn.softmax(self.dense2(hidden), axis=-1)


def train(model, train_dataset, *, num_epochs, learning_rate):
    epoch_losses = []
    for epoch in range(num_epochs):
        loss_sum = 0.0
        count = 0
        for x, y in train_dataset:
            y = tf.convert_to_tensor(y)
            with tf.GradientTape() as tape:
                p = model(x, training=True)
                nll = tf.keras.losses.sparse_categorical_crossentropy(y, p)
                loss = tf.reduce_mean(nll)
            variables = model.trainable_variables
            for variable, gradient in zip(variables, tape.gradient(loss, variables)):
                if gradient is not None:
                    variable.assign_sub(learning_rate * gradient)
            loss_sum += float(tf.reduce_sum(nll))
            count += len(nll)
        epoch_losses.append(loss_sum / count)
    return epoch_losses
