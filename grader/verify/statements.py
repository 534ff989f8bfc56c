"""Operators that change a row of statements: what is forgotten, and what is done in another order.

An operator takes a block, the place of a statement in it and how often each name is bound in the
function round it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import libcst as cst

Statements = Sequence[cst.BaseStatement]


@dataclass(frozen=True, slots=True)
class Rearranged:
    """A block after a change."""

    statement: cst.BaseStatement
    """The statement of the old block that was changed."""
    body: Statements
    note: str
    """What became of the statement."""


BlockOperator = Callable[[Statements, int, Counter[str]], Iterator[Rearranged]]


def bound_names(node: cst.CSTNode) -> Counter[str]:
    """How often each name is a parameter or the target of an assignment below `node`."""
    found: Counter[str] = Counter()
    match node:
        case cst.Param(name=cst.Name(name)):
            found[name] += 1
        case cst.AssignTarget(target=target) | cst.For(target=target):
            found.update(_names(target))
    for child in node.children:
        found += bound_names(child)
    return found


def _names(node: cst.CSTNode) -> set[str]:
    """Every variable in the node, as far as it is read or written by its name."""
    if isinstance(node, cst.Name):
        return {node.value}
    if isinstance(node, cst.Attribute):
        return _names(node.value)
    parts = node.children if not isinstance(node, cst.Arg) else [node.value]
    return set().union(*(_names(child) for child in parts)) if parts else set()


def _only(statement: cst.BaseStatement) -> cst.BaseSmallStatement | None:
    """The one simple statement on its line."""
    if isinstance(statement, cst.SimpleStatementLine) and len(statement.body) == 1:
        return statement.body[0]
    return None


def _does_something(statement: cst.BaseStatement) -> bool:
    """Whether it is a simple statement that can go elsewhere or be left out."""
    match _only(statement):
        case cst.Expr(value=cst.BaseString() | cst.Ellipsis()):
            return False
        case cst.Expr() | cst.Assign() | cst.AugAssign() | cst.Assert() | cst.Break() | cst.Continue():
            return True
    return False


def _assigned(statement: cst.BaseStatement) -> set[str]:
    """The plain names that it binds."""
    match _only(statement):
        case cst.Assign(targets=targets):
            targeted = [target.target for target in targets]
        case cst.AugAssign(target=target):
            targeted = [target]
        case _:
            return set()
    return set().union(*(_names(each) for each in targeted if isinstance(each, cst.Name | cst.Tuple)))


def _nothing(statement: cst.BaseStatement) -> cst.SimpleStatementLine:
    leading = statement.leading_lines if isinstance(statement, cst.SimpleStatementLine | cst.If) else ()
    return cst.SimpleStatementLine([cst.Pass()], leading_lines=leading)


def delete_statement(body: Statements, at: int, bound: Counter[str]) -> Iterator[Rearranged]:
    """Leave a simple statement out, unless its names would then be bound nowhere."""
    statement = body[at]
    if _does_something(statement) and all(bound[name] > 1 for name in _assigned(statement)):
        yield Rearranged(statement, [*body[:at], _nothing(statement), *body[at + 1 :]], "pass")


def delete_guard(body: Statements, at: int, _bound: Counter[str]) -> Iterator[Rearranged]:
    """Leave out an `if` with all that it guards."""
    statement = body[at]
    if isinstance(statement, cst.If) and statement.orelse is None:
        yield Rearranged(statement, [*body[:at], _nothing(statement), *body[at + 1 :]], "pass")


def delete_loop(body: Statements, at: int, _bound: Counter[str]) -> Iterator[Rearranged]:
    statement = body[at]
    if isinstance(statement, cst.For | cst.While):
        yield Rearranged(statement, [*body[:at], _nothing(statement), *body[at + 1 :]], "pass")


def unwrap_with(body: Statements, at: int, _bound: Counter[str]) -> Iterator[Rearranged]:
    """Do without a context manager, where nothing is bound to it."""
    statement = body[at]
    if isinstance(statement, cst.With) and not any(item.asname for item in statement.items):
        yield Rearranged(statement, [*body[:at], *_inside(statement), *body[at + 1 :]], "without it")


def swap_statements(body: Statements, at: int, _bound: Counter[str]) -> Iterator[Rearranged]:
    """Exchange two neighbours that look independent: the second reads nothing that the first binds.

    Two assignments are left alone: as a rule no order of theirs matters.
    """
    if at + 1 >= len(body):
        return
    first, second = body[at], body[at + 1]
    if not (_does_something(first) and _does_something(second)):
        return
    if all(isinstance(_only(each), cst.Assign) for each in (first, second)):
        return
    if _assigned(first) & _names(second):
        return
    yield Rearranged(first, [*body[:at], second, first, *body[at + 2 :]], "after the next statement")


def out_of_loop(body: Statements, at: int, _bound: Counter[str]) -> Iterator[Rearranged]:
    """Take the first statement of a loop before it, the last one after it."""
    loop = body[at]
    inside = _inside(loop)
    if not isinstance(loop, cst.For | cst.While) or len(inside) < 2:
        return
    if _does_something(inside[0]):
        rest = _with_body(loop, inside[1:])
        yield Rearranged(inside[0], [*body[:at], inside[0], rest, *body[at + 1 :]], "before the loop")
    rest = _with_body(loop, inside[:-1])
    yield Rearranged(inside[-1], [*body[:at], rest, inside[-1], *body[at + 1 :]], "after the loop")


def into_loop(body: Statements, at: int, _bound: Counter[str]) -> Iterator[Rearranged]:
    """Take the statement before a loop, or the one after it, into it."""
    loop = body[at]
    if not isinstance(loop, cst.For | cst.While):
        return
    if at > 0 and _does_something(body[at - 1]):
        longer = _with_body(loop, [body[at - 1], *_inside(loop)])
        yield Rearranged(body[at - 1], [*body[: at - 1], longer, *body[at + 1 :]], "first in the loop")
    if at + 1 < len(body):
        longer = _with_body(loop, [*_inside(loop), body[at + 1]])
        yield Rearranged(body[at + 1], [*body[:at], longer, *body[at + 2 :]], "last in the loop")


def _inside(statement: cst.BaseStatement) -> Statements:
    if isinstance(statement, cst.For | cst.While | cst.With) and isinstance(
        statement.body, cst.IndentedBlock
    ):
        return statement.body.body
    return ()


def _with_body(loop: cst.For | cst.While, body: Statements) -> cst.For | cst.While:
    return loop.with_changes(body=loop.body.with_changes(body=body))


BLOCK_OPERATORS: dict[str, BlockOperator] = {
    "delete-statement": delete_statement,
    "delete-guard": delete_guard,
    "delete-loop": delete_loop,
    "unwrap-with": unwrap_with,
    "swap-statements": swap_statements,
    "out-of-loop": out_of_loop,
    "into-loop": into_loop,
}
