# verdict: failed
# outcomes: raised raised failed
# says: Error
import os
import tempfile


def double(x):
    with open(os.path.join(tempfile.gettempdir(), "big"), "wb") as file:
        for _ in range(1000):
            file.write(bytes(2**22))
    return 2 * x
