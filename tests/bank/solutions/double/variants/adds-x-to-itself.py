"""A sum in place of a product."""

import numpy as np


def double(x):
    return np.add(x, x)
