"""A Keras model with Layer Normalization, trained with plain SGD.

Layer Normalization: Ba, Kiros and Hinton, "Layer Normalization" (2016), section 3, equation 3:
for the activations `a` of one sample over `D` hidden units,

    mean = sum(a) / D
    var  = sum((a - mean)^2) / D
    y    = gamma * (a - mean) / sqrt(var + epsilon) + beta

No statistic leaves its row: a sample's output is the same in whatever batch it comes, in training
and afterwards, which is what sets it apart from Batch Normalization.
"""

import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    """`softmax(dense2(layer_norm1(relu(dense1(x)))))`, shape `(batch, width)` to `(batch, num_classes)`."""

    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        # Layers are made here, once: `call` runs for every batch. Their weights wait for the
        # first input, whose width gives the shape of dense1's kernel.
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation="relu")
        # axis=-1, epsilon=1e-3, gamma from 1 and beta from 0 are the layer's own defaults.
        self.layer_norm1 = tf.keras.layers.LayerNormalization()
        self.dense2 = tf.keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        # Nothing here depends on `training`; it is accepted because Keras models take it.
        hidden = self.dense1(inputs)
        hidden = self.layer_norm1(hidden)
        return self.dense2(hidden)


def train(model, train_dataset, *, num_epochs, learning_rate):
    """Plain SGD, `w <- w - learning_rate * d(mean loss of the batch)/dw`, once for each batch.

    Returns one float an epoch: the mean over the epoch's samples of the loss before the update.
    """
    # A new optimizer for each call: it keeps a learning rate and a state of its own.
    optimizer = tf.keras.optimizers.SGD(learning_rate=learning_rate)
    # from_logits=False, the default: the model gives probabilities.
    loss_fn = tf.keras.losses.SparseCategoricalCrossentropy()

    losses = []
    for _ in range(num_epochs):
        total, samples = 0.0, 0
        for x, labels in train_dataset:
            with tf.GradientTape() as tape:
                probabilities = model(x, training=True)
                loss = loss_fn(labels, probabilities)
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables))
            # The batch's mean counts once for each of its samples: the last batch may be short.
            total += float(loss) * len(labels)
            samples += len(labels)
        losses.append(total / samples)
    return losses
