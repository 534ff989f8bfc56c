# verdict: failed
# outcomes: raised raised failed
# says: PermissionError
import os
import time


def double(x):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(1000)
    return 2 * x
