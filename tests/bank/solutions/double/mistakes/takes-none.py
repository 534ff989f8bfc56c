"""
what: You gave an answer for None, where TypeError is asked for.
what.zh: 对 None 你返回了一个值，而题目要求抛出 TypeError。
numbers: Nothing is raised, whatever is returned.
numbers.zh: 无论返回什么，都没有抛出异常。
why: None was taken for "no value yet", to be handed on.
why.zh: 把 None 当作“还没有值”而原样传递。
fix: Leave None to `2 * x`, which raises by itself.
fix.zh: 把 None 交给 `2 * x`，它自己就会抛出异常。
fails: refuses_text
"""


def double(x):
    return None if x is None else 2 * x
