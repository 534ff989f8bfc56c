def double(x):
    while x is not None and x.ndim == 2:
        pass
    return 2 * x
