# verdict: failed
# outcomes: raised raised failed
# says: EOFError
def double(x):
    return float(input()) * x
