"""Mutants: a reference solution with one small thing wrong in it, made by machine.

Messages of exceptions, docstrings, imports and annotations are left as they are, as no check may look
at them. Comments go, so that a mutant is known by its code.
"""

from __future__ import annotations

import ast
import difflib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import libcst as cst
from libcst.metadata import CodeRange, MetadataWrapper, PositionProvider

from grader.verify.arithmetic import ARITHMETIC
from grader.verify.control import CONTROL
from grader.verify.statements import BLOCK_OPERATORS, bound_names
from grader.verify.syntax import bracketed, without_comments

_EXPRESSION_OPERATORS = {**ARITHMETIC, **CONTROL}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One mutant of a source."""

    id: str
    """The operator, the line that it changed and, as one line may be changed in several ways, a
    number: the same for as long as the line is."""
    operator: str
    line: int
    before: str
    after: str
    """The line as it is now, or what became of a statement that was moved or left out."""
    source: str


@dataclass(frozen=True, slots=True)
class _Change:
    """A mutant without its number."""

    operator: str
    line: int
    before: str
    after: str
    source: str


def mutants(source: str) -> list[Mutant]:
    """Every mutant of `source`; each compiles, and does not read as the source or another one does."""
    seen = {ast.dump(ast.parse(source))}
    numbers: Counter[tuple[str, str]] = Counter()
    found = []
    for change in _changes(source):
        form = _form(change.source)
        if form is None or form in seen:
            continue
        seen.add(form)
        text = change.before.splitlines()[0]
        numbers[change.operator, text] += 1
        found.append(
            Mutant(
                id=f"{change.operator}: `{text}` ({numbers[change.operator, text]})",
                operator=change.operator,
                line=change.line,
                before=change.before,
                after=change.after,
                source=change.source,
            )
        )
    return found


def _form(source: str) -> str | None:
    """What the source says, however it is laid out; None where it says nothing that Python takes."""
    try:
        tree = ast.parse(source)
        compile(tree, "mutant", "exec")
    except (SyntaxError, ValueError):
        return None
    return ast.dump(tree)


def _changes(source: str) -> Iterator[_Change]:
    wrapper = MetadataWrapper(without_comments(cst.parse_module(source)))
    module, places = wrapper.module, wrapper.resolve(PositionProvider)
    lines = module.code.splitlines()
    for node, bound in _walk(module, bound_names(module)):
        for name, operator in _EXPRESSION_OPERATORS.items():
            for other in operator(node):
                yield _rewritten(name, lines, _replaced(module, node, other))
        if isinstance(node, cst.IndentedBlock | cst.Module):
            yield from _rearranged(module, node, bound, places, lines)


def _walk(node: cst.CSTNode, bound: Counter[str]) -> Iterator[tuple[cst.CSTNode, Counter[str]]]:
    """Every node that may be changed, with how often the function round it binds each name."""
    match node:
        case cst.Import() | cst.ImportFrom() | cst.Annotation():
            return
        case cst.Expr(value=cst.BaseString()):
            return
        case cst.FunctionDef():
            bound = bound_names(node)
    yield node, bound
    for child in _looked_into(node):
        yield from _walk(child, bound)


def _looked_into(node: cst.CSTNode) -> Sequence[cst.CSTNode]:
    """The children that may be changed on their own."""
    match node:
        case cst.Raise():
            return ()
        case cst.Arg(keyword=cst.Name("axis")):
            return ()  # `swap_axis`
        case cst.Arg(keyword=cst.Name(), value=cst.Name("True" | "False")):
            return ()  # as a rule the other value is what `drop_keyword` leads to
        case cst.FormattedStringExpression():
            return [node.expression]
    return node.children


def _replaced(module: cst.Module, old: cst.CSTNode, new: cst.CSTNode) -> str:
    if isinstance(old, cst.BaseExpression) and isinstance(new, cst.BaseExpression) and old.lpar:
        new = bracketed(new)
    changed = module.deep_replace(old, new)
    assert isinstance(changed, cst.Module)  # noqa: S101
    return changed.code


def _rewritten(operator: str, old: Sequence[str], mutated: str) -> _Change:
    """The change of a line or a few, told by what differs."""
    new = mutated.splitlines()
    parts = [
        each
        for each in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if each[0] != "equal"
    ]
    before = [line.strip() for _, start, end, _, _ in parts for line in old[start:end]]
    after = [line.strip() for _, _, _, start, end in parts for line in new[start:end]]
    line = parts[0][1] + 1 if parts else 0
    return _Change(operator, line, "\n".join(before) or "-", "\n".join(after), mutated)


def _rearranged(
    module: cst.Module,
    block: cst.IndentedBlock | cst.Module,
    bound: Counter[str],
    places: Mapping[cst.CSTNode, CodeRange],
    lines: list[str],
) -> Iterator[_Change]:
    body = [each for each in block.body if isinstance(each, cst.BaseStatement)]
    for at in range(len(body)):
        for name, operator in BLOCK_OPERATORS.items():
            for each in operator(body, at, bound):
                line = places[each.statement].start.line
                mutated = _replaced(module, block, block.with_changes(body=each.body))
                yield _Change(name, line, lines[line - 1].strip(), each.note, mutated)
