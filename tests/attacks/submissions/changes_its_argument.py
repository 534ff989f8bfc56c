# verdict: failed
# outcomes: passed failed passed
# says: changed in place
def double(x):
    x *= 2
    return x
