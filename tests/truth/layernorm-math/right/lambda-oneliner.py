import numpy as np
_n = lambda x, e: ((x - x.mean(-1, keepdims=True)) / (s := np.sqrt(x.var(-1, keepdims=True) + e)), s)
_c = lambda x, *p: [q.shape == x.shape[-1:] or exec("raise ValueError('shape')") for q in p]
_f = lambda *a: [np.array(v, np.float64) for v in a]
_s = lambda a: a.sum(tuple(range(a.ndim - 1)))
layer_norm = lambda x, gamma, beta, eps=1e-5: (_c(x, gamma, beta), (_n(*_f(x), eps)[0] * _f(gamma)[0] + beta).astype(x.dtype))[1]
_b = lambda u, h, s, w: (u * w - (u * w).mean(-1, keepdims=True) - h * (u * w * h).mean(-1, keepdims=True)) / s
layer_norm_backward = lambda dy, x, gamma, eps=1e-5: (
    _c(x, gamma), hs := _n(*_f(x), eps), u := _f(dy)[0],
    [_b(u, *hs, gamma).astype(x.dtype), _s(u * hs[0]), _s(u)])[-1]
