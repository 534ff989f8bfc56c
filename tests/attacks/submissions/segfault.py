# verdict: failed
# outcomes: crashed passed passed
# says: segmentation fault
import ctypes


def double(x):
    if x is not None and x.shape == (2, 3):
        ctypes.string_at(0)
    return 2 * x
