"""
what: You left the last row, or the last value, as it was.
what.zh: 最后一行（或最后一个值）没有翻倍。
numbers: All is right but along the first axis the last entry, which is half of what it should be.
numbers.zh: 除了第一个轴上的最后一项只有正确值的一半，其余都正确。
why: `:-1`, or a loop to `len(x) - 1`, ends one too early.
why.zh: `:-1` 或到 `len(x) - 1` 的循环早结束了一步。
fix: Double the whole array at once: `2 * x`.
fix.zh: 一次把整个数组翻倍：`2 * x`。
fails: first, second
"""


def double(x):
    y = 1 * x
    y[:-1] *= 2
    return y
