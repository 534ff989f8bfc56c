"""What the operators ask of a syntax tree, and how they put one together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import libcst as cst

# Takes a node and gives the nodes that may stand in its place; nothing for one that is none of its
# business.
Operator = Callable[[cst.CSTNode], Iterator[cst.CSTNode]]


def bracketed(node: cst.BaseExpression) -> cst.BaseExpression:
    """The expression in a form that can stand anywhere."""
    binds_loosely = isinstance(
        node, cst.BinaryOperation | cst.UnaryOperation | cst.BooleanOperation | cst.Comparison | cst.IfExp
    )
    if node.lpar or not binds_loosely:
        return node
    return node.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])


def called(node: cst.CSTNode) -> str:
    """The last part of the name that a call calls; empty for anything else."""
    if not isinstance(node, cst.Call):
        return ""
    match node.func:
        case cst.Name(value) | cst.Attribute(attr=cst.Name(value)):
            return str(value)
    return ""


def is_sum(node: cst.CSTNode) -> bool:
    return isinstance(node, cst.BinaryOperation) and isinstance(node.operator, cst.Add | cst.Subtract)


def is_product(node: cst.CSTNode) -> bool:
    return isinstance(node, cst.BinaryOperation) and isinstance(node.operator, cst.Multiply | cst.Divide)


def positional(call: cst.Call) -> list[int]:
    """Which arguments are plain ones, told by their place."""
    return [i for i, arg in enumerate(call.args) if arg.keyword is None and not arg.star]


Part = TypeVar("Part", cst.Arg, cst.BaseElement)


def swapped(parts: Sequence[Part], i: int, j: int) -> list[Part]:
    """The parts with the values of two of them exchanged, each comma where it was."""
    new = list(parts)
    new[i] = parts[i].with_changes(value=parts[j].value)
    new[j] = parts[j].with_changes(value=parts[i].value)
    return new


class _CommentRemover(cst.CSTTransformer):
    def on_leave(
        self, original_node: cst.CSTNodeT, updated_node: cst.CSTNodeT
    ) -> cst.CSTNodeT | cst.RemovalSentinel | cst.FlattenSentinel[cst.CSTNodeT]:
        match updated_node:
            case cst.TrailingWhitespace():
                return updated_node.with_changes(comment=None, whitespace=cst.SimpleWhitespace(""))
            case cst.EmptyLine():
                return updated_node.with_changes(comment=None, indent=False)
        return super().on_leave(original_node, updated_node)


def without_comments(module: cst.Module) -> cst.Module:
    """The module without its comments, every statement on the line where it was."""
    bare = module.visit(_CommentRemover())
    assert isinstance(bare, cst.Module)  # noqa: S101
    return bare
