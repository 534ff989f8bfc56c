import numpy as np

def layer_norm(x, gamma, beta, eps=0.00001, *, _acc=np.float64, **_ignored):
    """accepts more than asked"""
    if gamma.shape == beta.shape == x.shape[-1:]:
        a = x.astype(_acc)
        a = a - a.mean(-1, keepdims=True, dtype=_acc)
        v = (a * a).sum(-1, keepdims=True) / a.shape[-1]
        return np.ascontiguousarray(gamma * (a / np.sqrt(v + eps)) + beta).astype(x.dtype)
    raise ValueError(f"gamma {gamma.shape}, beta {beta.shape}: both must be {x.shape[-1:]}")

def layer_norm_backward(dy, x, gamma, eps=0.00001, **_ignored):
    if gamma.shape == x.shape[-1:]:
        a = x.astype(np.float64)
        a = a - a.mean(-1, keepdims=True)
        rs = 1.0 / np.sqrt((a * a).sum(-1, keepdims=True) / a.shape[-1] + eps)
        up = np.float64(gamma) * np.float64(dy)
        proj = (up * a).sum(-1, keepdims=True) / a.shape[-1]
        dx = rs * up - rs * up.sum(-1, keepdims=True) / a.shape[-1] - rs ** 3 * a * proj
        dgamma, dbeta = np.zeros(x.shape[-1]), np.zeros(x.shape[-1])
        np.add.at(dgamma, np.broadcast_to(np.arange(x.shape[-1]), x.shape), dy * (a * rs))
        np.add.at(dbeta, np.broadcast_to(np.arange(x.shape[-1]), x.shape), dy)
        return [np.asfortranarray(dx).astype(x.dtype) if x.ndim > 1 else dx.astype(x.dtype), dgamma, dbeta]
    raise ValueError("gamma must be of shape (D,)")
