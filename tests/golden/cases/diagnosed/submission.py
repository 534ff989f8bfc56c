def double(x):
    # Twice x.
    if x is None:
        return x
    return x ** 2
