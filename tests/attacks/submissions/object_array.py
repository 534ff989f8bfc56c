# verdict: failed
# outcomes: failed failed failed
# says: should be a NumPy array
import numpy as np


class Evil:
    def __reduce__(self):
        return (print, ("pickled",))


def double(x):
    return np.array([[Evil()] * 3] * 2, dtype=object) if x.ndim else x
