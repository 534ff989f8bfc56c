"""A Keras model with Layer Normalization, trained with SGD."""

import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    """Dense, ReLU, Layer Normalization, dense, softmax.

    The three layers are held as `dense1`, `layer_norm1` and `dense2`.
    """

    def __init__(self, hidden_units=128, num_classes=10):
        """Make the three layers.

        Args:
            hidden_units: how many units `dense1` has, and `layer_norm1` normalizes.
            num_classes: how many probabilities `dense2` gives.
        """
        raise NotImplementedError

    def call(self, inputs, training=False):
        """Give the class probabilities of every row.

        Args:
            inputs: float32 tensor of shape `(batch, width)`; any batch size, any width.
            training: changes nothing here.

        Returns:
            Probabilities of shape `(batch, num_classes)`.
        """
        raise NotImplementedError


def train(model, train_dataset, *, num_epochs, learning_rate):
    """Train `model` with plain SGD on the mean sparse categorical cross-entropy of each batch.

    Args:
        model: a `LayerNormalizationNetwork`.
        train_dataset: a list or a `tf.data.Dataset` of batches `(x, integer labels)`.
        num_epochs: how many passes over the batches.
        learning_rate: the factor of every update.

    Returns:
        One plain `float` an epoch: the mean over the epoch's samples of the loss that each had
        before its batch's update. `[]` where `num_epochs` is 0.
    """
    raise NotImplementedError
