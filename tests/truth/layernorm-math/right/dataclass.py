from dataclasses import dataclass
import numpy as np

@dataclass(frozen=True)
class Row:
    center: np.ndarray
    rstd: np.ndarray

    @classmethod
    def of(cls, x, eps):
        wide = np.asarray(x, dtype=np.longdouble)
        c = wide - wide.mean(axis=-1, keepdims=True)
        return cls(c, 1 / np.sqrt((c * c).mean(axis=-1, keepdims=True) + eps))

    @property
    def hat(self):
        return self.center * self.rstd

def need(p, d):
    if tuple(p.shape) != (d,):
        raise ValueError("need shape (%d,), not %r" % (d, p.shape))

def layer_norm(x, gamma, beta, eps=1e-5):
    need(gamma, x.shape[-1])
    need(beta, x.shape[-1])
    return (gamma * Row.of(x, eps).hat + beta).astype(x.dtype)

def layer_norm_backward(dy, x, gamma, eps=1e-5):
    need(gamma, x.shape[-1])
    row = Row.of(x, eps)
    d = np.asarray(dy, dtype=np.longdouble)
    lead = tuple(range(d.ndim))[:-1]
    t = d * gamma
    t = t - t.mean(-1, keepdims=True) - row.hat * (t * row.hat).mean(-1, keepdims=True)
    return (t * row.rstd).astype(x.dtype), (d * row.hat).sum(lead), d.sum(lead)
