# verdict: failed
# outcomes: crashed crashed crashed
import os
import time


def double(x):
    os.closerange(3, 64)
    time.sleep(1000)
