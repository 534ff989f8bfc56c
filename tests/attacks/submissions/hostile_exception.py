# verdict: failed
# outcomes: raised raised failed
# says: could not be read
class Bad(Exception):
    def __str__(self):
        raise SystemExit

    __repr__ = __str__


def double(x):
    raise Bad
