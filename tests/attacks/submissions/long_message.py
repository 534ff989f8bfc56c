# verdict: failed
# outcomes: raised raised failed
# says: xxxx
def double(x):
    raise ValueError("x" * 10**7 + "\ud800")
