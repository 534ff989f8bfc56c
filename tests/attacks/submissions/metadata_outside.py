# verdict: failed
# outcomes: raised raised failed
# promise: blocks_writes
# says: Error
import os


def double(x):
    os.utime("/usr/lib")
    os.chmod("/usr/lib", 0o755)
    return 2 * x
