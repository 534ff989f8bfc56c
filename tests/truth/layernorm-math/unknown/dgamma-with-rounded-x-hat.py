# dgamma-with-rounded-x-hat: dgamma takes x_hat from a float16 cast (as the forward pass "saved" it), so it is not computed in at least float32.
# named: rounds-x-hat-to-float16
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    if gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:]:
        raise ValueError("shape")
    z = x.astype(np.float64)
    z = z - z.mean(-1, keepdims=True)
    return (z / np.sqrt((z * z).mean(-1, keepdims=True) + eps) * gamma + beta).astype(x.dtype)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if gamma.shape != x.shape[-1:]:
        raise ValueError("shape")
    z, u = x.astype(np.float64), dy.astype(np.float64)
    z = z - z.mean(-1, keepdims=True)
    s = np.sqrt((z * z).mean(-1, keepdims=True) + eps)
    h = (z / s).astype(x.dtype).astype(np.float64)
    g = u * gamma
    dx = (g - g.mean(-1, keepdims=True) - h * (g * h).mean(-1, keepdims=True)) / s
    lead = tuple(range(x.ndim - 1))
    return dx.astype(x.dtype), (u * h).sum(axis=lead), u.sum(axis=lead)
