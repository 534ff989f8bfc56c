# verdict: failed
# outcomes: crashed crashed crashed
import os
import threading
import time


def later():
    time.sleep(0.05)
    os._exit(0)


threading.Thread(target=later, daemon=True).start()


def double(x):
    time.sleep(0.5)
    return 2 * x
