"""Layer Normalization, forward and backward, in NumPy.

Source: Ba, Kiros and Hinton, "Layer Normalization" (2016), section 3, equation 3 (the
statistics) and section 3.1 (gain and bias). The backward pass is the one that Ioffe and Szegedy
write out for Batch Normalization (2015, section 3), with the sums taken along the other axis.
"""

import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    """Normalize each row of `x` over its last axis, then scale and shift every feature.

        mean  = sum_j x_j / D                      one number a row
        var   = sum_j (x_j - mean)^2 / D           one number a row, population variance
        x_hat = (x - mean) / sqrt(var + eps)       (..., D)
        y     = gamma * x_hat + beta               (..., D)

    Args:
        x: floating array of shape `(..., D)`.
        gamma, beta: arrays of shape `(D,)`.
        eps: positive number that keeps a constant row from dividing zero by zero.

    Returns:
        An array of the shape and dtype of `x`.

    Raises:
        ValueError: `gamma` or `beta` is not of shape `(D,)`.
    """
    _require_shape("gamma", gamma, x)
    _require_shape("beta", beta, x)
    x_hat, _ = _normalize(x, eps)
    # A gamma of a wider dtype widens the product, so the cast back comes last of all.
    return (gamma * x_hat + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    """Give the exact gradients of `sum(dy * layer_norm(x, gamma, beta, eps))`.

    With `g = dy * gamma`, the gradient that arrives at `x_hat`, and `mean` along the last axis:

        dx     = (g - mean(g) - x_hat * mean(g * x_hat)) / sqrt(var + eps)     (..., D)
        dgamma = sum over all rows of dy * x_hat                               (D,)
        dbeta  = sum over all rows of dy                                       (D,)

    The second term of `dx` is what flows back through the mean, the third what flows back
    through the variance. `eps` is in both factors `1 / sqrt(var + eps)` and nowhere else.

    Args:
        dy: array of the shape and dtype of `x`.
        x, gamma, eps: what the forward pass was given.

    Returns:
        `(dx, dgamma, dbeta)`, `dx` of the shape and dtype of `x`.

    Raises:
        ValueError: `gamma` is not of shape `(D,)`.
    """
    _require_shape("gamma", gamma, x)
    x_hat, inv_std = _normalize(x, eps)
    # Widened before anything is multiplied or summed: float16 ends at 65504, and a float16 sum
    # of ones stops growing at 2048.
    dy = dy.astype(x_hat.dtype, copy=False)

    rows = tuple(range(x.ndim - 1))  # every axis but the last; none for a single row
    dgamma = (dy * x_hat).sum(axis=rows)
    dbeta = dy.sum(axis=rows)

    g = dy * gamma  # gamma differs from feature to feature, so it belongs inside the means
    through_mean = g.mean(axis=-1, keepdims=True)
    through_var = x_hat * (g * x_hat).mean(axis=-1, keepdims=True)
    dx = inv_std * (g - through_mean - through_var)
    return dx.astype(x.dtype), dgamma, dbeta


def _normalize(x, eps):
    """Give `x_hat` of shape `(..., D)` and `1 / sqrt(var + eps)` of shape `(..., 1)`.

    Both are in float32 at least. The variance is the mean of the squared differences (two
    passes): `E[x^2] - E[x]^2` takes one huge number from another and keeps only their rounding.
    """
    x = x.astype(np.result_type(x.dtype, np.float32), copy=False)
    centred = x - x.mean(axis=-1, keepdims=True)
    var = np.mean(centred * centred, axis=-1, keepdims=True)
    inv_std = 1.0 / np.sqrt(var + eps)
    return centred * inv_std, inv_std


def _require_shape(name, parameter, x):
    """Raise unless `parameter` has one value a feature; broadcasting would let others through."""
    expected = x.shape[-1:]
    if np.shape(parameter) != expected:
        raise ValueError(f"{name} has shape {np.shape(parameter)}; it should be {expected}")
