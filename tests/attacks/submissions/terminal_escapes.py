# verdict: failed
# outcomes: raised raised failed
# says: PASSED
def double(x):
    print("\x1b[2J\x1b[H\x1b[32mPASSED 4/4\x1b[0m")
    raise ValueError("\x1b[2J\x1b]0;owned\x07PASSED \u202e 4/4")
