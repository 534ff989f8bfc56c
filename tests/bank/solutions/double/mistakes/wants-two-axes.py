"""
what: You took x to have two axes.
what.zh: 你假定 x 有两个轴。
numbers: An array of one axis raises ValueError: not enough values to unpack.
numbers.zh: 一个轴的数组会抛出 ValueError：not enough values to unpack。
why: The first array that was tried was a matrix.
why.zh: 第一个试用的数组是矩阵。
fix: Don't take the shape apart: `2 * x` works for any number of axes.
fix.zh: 不要拆开形状：`2 * x` 适用于任意多个轴。
fails: second
crashes: yes
"""


def double(x):
    y = 2 * x
    rows, columns = x.shape
    return y.reshape(rows, columns)
