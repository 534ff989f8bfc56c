"""A linear network with two weights, trained with stochastic gradient descent, in NumPy.

The network is `f(x) = w1 * x + w2`, the loss over n samples the mean squared error

    L(w1, w2) = (1 / n) * sum((y_i - f(x_i))**2).

With the residuals r_i = y_i - f(x_i), the chain rule gives

    dL/dw1 = -2 * mean(r * x)        since d r_i / d w1 = -x_i
    dL/dw2 = -2 * mean(r)            since d r_i / d w2 = -1

and one step of gradient descent is w <- w - learning_rate * dL/dw. With one sample a step, drawn or
taken in turn, that is stochastic gradient descent: Robbins and Monro, "A Stochastic Approximation
Method" (1951); for this very model Widrow and Hoff's LMS rule, "Adaptive Switching Circuits" (1960).
"""

import math

import numpy as np


class SimpleNeuralNetwork:
    """The network `w1 * x + w2`, with `w1` and `w2` float64 arrays of shape (1,)."""

    def __init__(self, seed=None):
        """Draw both weights from a standard normal; `seed` is an int >= 0 or None."""
        # A generator of our own: np.random.seed would reset every other user's draws. One
        # generator for both: two with the same seed would give the same number twice.
        rng = np.random.default_rng(seed)
        self.w1 = rng.standard_normal(1)
        self.w2 = rng.standard_normal(1)

    def forward(self, x):
        """`w1 * x + w2`: shape (1,) for a number, (n,) for an array of shape (n,)."""
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        """One step down the gradient of `mean((y - forward(x))**2)`."""
        residual = y - self.forward(x)
        # Both gradients before either weight moves: they belong to one point of the surface.
        grad_w1 = -2.0 * np.mean(residual * x)
        grad_w2 = -2.0 * np.mean(residual)
        self.w1 = self.w1 - learning_rate * grad_w1
        self.w2 = self.w2 - learning_rate * grad_w2


def train(nn, data, *, epochs, learning_rate):
    """One SGD step for each `(x, y)` of `data`, in order, in every epoch.

    Returns:
        One plain float an epoch: the mean squared error over all of `data` after it.

    Raises:
        ValueError: `data` is empty.
        FloatingPointError: an epoch's loss is not finite.
    """
    if len(data) == 0:
        raise ValueError("data is empty: there is nothing to train on")
    xs, ys = np.array(data, dtype=np.float64).T
    losses = []
    # What overflows is reported once, by the exception, and not by a warning a step.
    with np.errstate(over="ignore", invalid="ignore"):
        for epoch in range(epochs):
            for x, y in data:
                nn.backward(x, y, learning_rate)
            # Measured with fixed weights: a mean of the losses seen on the way mixes old and new.
            loss = float(np.mean((ys - nn.forward(xs)) ** 2))
            if not math.isfinite(loss):  # both inf and nan
                raise FloatingPointError(
                    f"the loss is {loss} after epoch {epoch}: try a smaller learning rate"
                )
            losses.append(loss)
    return losses
