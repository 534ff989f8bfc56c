"""Layer Normalization, forward and backward, in NumPy."""

import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    """Normalize every row of `x` over its last axis, then scale by `gamma` and shift by `beta`.

    Args:
        x: floating array of shape `(..., D)`.
        gamma: array of shape `(D,)`.
        beta: array of shape `(D,)`.
        eps: positive number, added to the variance inside the square root.

    Returns:
        `gamma * (x - mean) / sqrt(var + eps) + beta`, of the shape and dtype of `x`.

    Raises:
        ValueError: `gamma` or `beta` is not of shape `(D,)`.
    """
    raise NotImplementedError


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    """Give the gradients of `sum(dy * layer_norm(x, gamma, beta, eps))`.

    Args:
        dy: array of the shape and dtype of `x`, the gradient that arrives at the output.
        x, gamma, eps: what the forward pass was given.

    Returns:
        `(dx, dgamma, dbeta)`: `dx` of the shape and dtype of `x`, the two others floating
        arrays of shape `(D,)`.

    Raises:
        ValueError: `gamma` is not of shape `(D,)`.
    """
    raise NotImplementedError
