# verdict: failed
# outcomes: raised raised failed
# says: Too many open files
import os


def double(x):
    while True:
        os.open("/dev/null", os.O_RDONLY)
