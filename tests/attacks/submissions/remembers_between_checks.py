# verdict: failed
# outcomes: failed failed failed
calls = 0


def double(x):
    global calls
    calls += 1
    return 2 * x if calls > 1 else None
