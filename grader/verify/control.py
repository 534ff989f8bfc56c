"""Operators that change what is decided, called and given back."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import libcst as cst

from grader.verify.syntax import Operator, bracketed, called, positional, swapped

_ORDERS: dict[type[cst.BaseCompOp], type[cst.BaseCompOp]] = {
    cst.LessThan: cst.LessThanEqual,
    cst.LessThanEqual: cst.LessThan,
    cst.GreaterThan: cst.GreaterThanEqual,
    cst.GreaterThanEqual: cst.GreaterThan,
}
_IDENTITIES: dict[type[cst.BaseCompOp], type[cst.BaseCompOp]] = {
    cst.Equal: cst.NotEqual,
    cst.NotEqual: cst.Equal,
    cst.Is: cst.IsNot,
    cst.IsNot: cst.Is,
    cst.In: cst.NotIn,
    cst.NotIn: cst.In,
}

# --- conditions ---------------------------------------------------------------------------


def change_comparison(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """`a < b` → `a <= b`, `a == b` → `a != b`."""
    if isinstance(node, cst.Comparison):
        for i, target in enumerate(node.comparisons):
            other = {**_ORDERS, **_IDENTITIES}.get(type(target.operator))
            if other:
                new = list(node.comparisons)
                new[i] = target.with_changes(operator=other())
                yield node.with_changes(comparisons=new)


def and_or_or(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """`a and b` ↔ `a or b`."""
    if isinstance(node, cst.BooleanOperation):
        yield node.with_changes(operator=cst.Or() if isinstance(node.operator, cst.And) else cst.And())


def negate_condition(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """`if a:` → `if not a:`."""
    if not isinstance(node, cst.If | cst.While | cst.IfExp | cst.CompIf):
        return
    test = node.test
    if isinstance(test, cst.Comparison) and type(test.comparisons[0].operator) in _IDENTITIES:
        return  # `change_comparison` negates it
    if isinstance(test, cst.UnaryOperation) and isinstance(test.operator, cst.Not):
        yield node.with_changes(test=test.expression)
    else:
        yield node.with_changes(test=cst.UnaryOperation(cst.Not(), bracketed(test)))


# --- calls and returns --------------------------------------------------------------------


def drop_keyword(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """`f(x, keepdims=True)` → `f(x)`. (Without `axis` is what `axis=None` is.)"""
    if isinstance(node, cst.Call):
        for i, arg in enumerate(node.args):
            if arg.keyword and arg.keyword.value != "axis":
                rest = [*node.args[:i], *node.args[i + 1 :]]
                if rest:
                    rest[-1] = rest[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
                yield node.with_changes(args=rest)


def swap_arguments(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """`f(a, b)` → `f(b, a)`."""
    if isinstance(node, cst.Call):
        places = positional(node)
        for i, j in itertools.pairwise(places):
            yield node.with_changes(args=swapped(node.args, i, j))


def swap_tuple(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """`return a, b` → `return b, a`; `a, b = c` → `b, a = c`; `for a, b in c` → `for b, a in c`."""
    match node:
        case cst.Return(value=cst.Tuple() as pair) | cst.CompFor(target=cst.Tuple() as pair):
            field = "value" if isinstance(node, cst.Return) else "target"
        case cst.For(target=cst.Tuple() as pair) | cst.AssignTarget(target=cst.Tuple() as pair):
            field = "target"
        case _:
            return
    for i in range(len(pair.elements) - 1):
        yield node.with_changes(**{field: pair.with_changes(elements=swapped(pair.elements, i, i + 1))})


def return_none(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """`return a` → `return None`."""
    if isinstance(node, cst.Return) and node.value is not None:
        yield node.with_changes(value=cst.Name("None"))


def change_exception(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """`raise ValueError(…)` → `raise Exception(…)`."""
    match node:
        case cst.Raise(exc=cst.Call(func=cst.Name()) as call):
            yield node.with_changes(exc=call.with_changes(func=cst.Name("Exception")))


def change_loop(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """`for a in c:` → backwards, and without the last."""
    if isinstance(node, cst.For) and called(node.iter) != "range":
        given = cst.Module([]).code_for_node(node.iter)
        for cut in ("[::-1]", "[:-1]"):
            yield node.with_changes(iter=cst.parse_expression(f"list({given}){cut}"))


CONTROL: dict[str, Operator] = {
    "change-comparison": change_comparison,
    "and-or-or": and_or_or,
    "negate-condition": negate_condition,
    "drop-keyword": drop_keyword,
    "swap-arguments": swap_arguments,
    "swap-tuple": swap_tuple,
    "return-none": return_none,
    "change-exception": change_exception,
    "change-loop": change_loop,
}
