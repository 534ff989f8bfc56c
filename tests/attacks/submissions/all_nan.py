# verdict: failed
# outcomes: failed failed failed
# says: not finite
import numpy as np


def double(x):
    return np.full(x.shape, np.nan)
