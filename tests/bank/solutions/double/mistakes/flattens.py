"""
what: You gave all values in one row, whatever the shape of x.
what.zh: 无论 x 是什么形状，你都把所有值排成了一行。
numbers: The values are right; an array of shape (2, 3) comes out as (6,).
numbers.zh: 数值正确；但形状 (2, 3) 的数组变成了 (6,)。
why: A flat array is simpler to loop over, and was not given its shape back.
why.zh: 一维数组便于循环，之后却没有恢复形状。
fix: Work on x as it is, or reshape the result to `x.shape`.
fix.zh: 直接对 x 运算，或把结果 reshape 成 `x.shape`。
fails: first
"""


def double(x):
    y = 2 * x
    return y.ravel()
