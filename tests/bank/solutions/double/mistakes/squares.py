r"""
what: You squared x where it should be doubled.
what.zh: 你把 x 平方了，而不是翻倍。
numbers: Every value is x times x: 2 stays 4, but 3 gives 9 and every sign is lost.
numbers.zh: 每个值都是 x 乘以 x：2 仍得 4，但 3 得 9，而且
  符号全部丢失。
why: `**` was written for `*`, and 2 is the number that can't tell them apart.
why.zh: 把 `*` 写成了 `**`，而恰好 2 看不出区别。
fix: Write `2 * x`.
fix.zh: 写成 `2 * x`。
fails: first, second
line: x\s*\*\*\s*2
"""


def double(x):
    return x**2
