# verdict: failed
# outcomes: raised raised failed
# says: KeyboardInterrupt
def double(x):
    raise KeyboardInterrupt
