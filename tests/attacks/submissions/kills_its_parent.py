# verdict: failed
# outcomes: raised raised failed
# says: PermissionError
import os
import signal


def double(x):
    os.kill(os.getppid(), signal.SIGKILL)
    return 2 * x
