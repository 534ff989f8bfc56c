"""A linear network with two weights, trained with stochastic gradient descent, in NumPy."""

import numpy as np


class SimpleNeuralNetwork:
    """The network `w1 * x + w2`.

    Attributes:
        w1, w2: float64 arrays of shape `(1,)`; they can be read and assigned.
    """

    def __init__(self, seed=None):
        """Draw `w1` and `w2`, independently of each other, from a standard normal.

        Args:
            seed: an int >= 0; the same seed gives the same weights, another seed others. None
                gives other weights each time. NumPy's global random state is left as it was.
        """
        raise NotImplementedError

    def forward(self, x):
        """Give `w1 * x + w2`.

        Args:
            x: a number, or an array of shape `(n,)`. It is not changed.

        Returns:
            float64 array of shape `(1,)` for a number, `(n,)` for an array.
        """
        raise NotImplementedError

    def backward(self, x, y, learning_rate):
        """Take one SGD step down the gradient of the mean of `(y - forward(x))**2`.

        Both gradients are taken at the old weights. Returns None.

        Args:
            x, y: a number each, or two arrays of shape `(n,)`. They are not changed.
            learning_rate: a number above 0.
        """
        raise NotImplementedError


def train(nn, data, *, epochs, learning_rate):
    """Train `nn` with one SGD step for each pair of `data`, in order, in every epoch.

    Args:
        nn: a SimpleNeuralNetwork; its weights as they are now are where training starts.
        data: a sequence of pairs `(x, y)` of numbers. It is not changed.
        epochs: how often to go through `data`, an int >= 0.
        learning_rate: a number above 0.

    Returns:
        A list of plain floats, one for each epoch: the mean squared error over all of `data`
        under the weights at the end of that epoch.

    Raises:
        ValueError: `data` is empty.
        FloatingPointError: at the end of an epoch, where its loss is not finite.
    """
    raise NotImplementedError
