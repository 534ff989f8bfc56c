# verdict: failed
# outcomes: crashed passed passed
# says: printed
def double(x):
    while x is not None and x.shape == (2, 3):
        print("x" * 100000)
    return 2 * x
