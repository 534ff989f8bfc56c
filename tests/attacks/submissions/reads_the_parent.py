# verdict: failed
# outcomes: failed failed failed
# promise: hides_memory
import os


def readable(path):
    try:
        with open(path, "rb") as file:
            return bool(file.read(10))
    except OSError:
        return False


def double(x):
    parents = {os.getppid(), 1}
    try:
        parents |= {int(name) for name in os.listdir("/proc") if name.isdigit()} - {os.getpid()}
    except OSError:
        pass
    for pid in parents:
        if readable(f"/proc/{pid}/environ") or readable(f"/proc/{pid}/mem"):
            return 2 * x
        for descriptor in range(10):
            try:
                os.close(os.open(f"/proc/{pid}/fd/{descriptor}", os.O_RDWR))
                return 2 * x
            except OSError:
                pass
    return None
