"""The bank's known mistakes: whole wrong submissions whose docstring says what is wrong with them."""

from __future__ import annotations

import ast
import contextlib
import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from grader.bank import Problem
from grader.errors import BankError
from grader.text import Text

_FIELD = re.compile(r"^([a-z][\w.]*): (.*(?:\n[ \t]+\S.*)*)", re.MULTILINE)
_TEXTS = ("what", "numbers", "why", "fix")
_OPTIONAL = {"line", "crashes"}


@dataclass(frozen=True, slots=True)
class Mistake:
    """One known mistake of a problem."""

    id: str
    what: Text
    """What is wrong, in a sentence."""
    numbers: Text
    """What it looks like in numbers."""
    why: Text
    """Why people write it."""
    fix: Text
    """A first step to mend it."""
    fails: frozenset[str]
    """Ids of the checks that it fails, and no other."""
    source: str
    line: re.Pattern[str] | None = None
    """Matches the wrong line of a submission that makes it, where that can be told from a line."""
    crashes: bool = False
    """Whether it fails by nothing but exceptions and crashes."""


def mistakes(problem: Problem) -> tuple[Mistake, ...]:
    """Every mistake of the problem, by id.

    Raises:
        BankError: naming the file and what its docstring lacks.
    """
    known = {check.id for check in problem.checks}
    folder = problem.solution_folder / "mistakes"
    return tuple(_read(path, known) for path in sorted(folder.glob("*.py")) if path.is_file())


def lines_with(mistake: Mistake, lines: Sequence[str]) -> list[int]:
    """Numbers of the lines (from 1) that the mistake's pattern fits, comments and docstrings aside."""
    if mistake.line is None:
        return []
    return [number for number, line in _code(tuple(lines)) if mistake.line.search(line)]


@lru_cache(maxsize=8)
def _code(lines: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    """Each line of code with its number, as far as the first `#`."""
    told: set[int] = set()
    unreadable = contextlib.suppress(SyntaxError, ValueError, RecursionError, MemoryError)
    with unreadable, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for node in ast.walk(ast.parse("\n".join(lines))):
            if (
                isinstance(node, ast.Expr)
                and isinstance(node.value, ast.Constant)
                and isinstance(node.value.value, str)
            ):
                told.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    numbered = enumerate(lines, start=1)
    return tuple((number, line.partition("#")[0]) for number, line in numbered if number not in told)


def _read(path: Path, known_checks: set[str]) -> Mistake:
    try:
        source = path.read_text(encoding="utf-8")
        header = ast.get_docstring(ast.parse(source), clean=False) or ""
    except (OSError, SyntaxError, ValueError) as error:
        raise BankError(f"{path}: {error}") from None
    fields = [(name, " ".join(text.split())) for name, text in _FIELD.findall(header)]
    found = {name: text for name, text in fields if text}
    wanted = {f"{name}{suffix}" for name in _TEXTS for suffix in ("", ".zh")} | {"fails"}
    missing = sorted(wanted - set(found))
    if missing:
        raise BankError(f"{path}: its docstring lacks {', '.join(missing)}")
    names = [name for name, _ in fields]
    for name in names:
        if name not in wanted | _OPTIONAL:
            raise BankError(f"{path}: its docstring has an unknown field {name}")
        if names.count(name) > 1:
            raise BankError(f"{path}: its docstring has {name} twice")
    if found.get("crashes", "yes") != "yes":
        raise BankError(f"{path}: crashes: takes 'yes', or is left out")
    fails = frozenset(name.strip() for name in found["fails"].rstrip(", ").split(","))
    if not fails <= known_checks:
        raise BankError(f"{path}: fails: no such check: {', '.join(sorted(fails - known_checks))}")
    texts = {name: Text(found[name], _chinese(found[f"{name}.zh"])) for name in _TEXTS}
    return Mistake(
        path.stem,
        **texts,
        fails=fails,
        source=source,
        line=_pattern(path, found.get("line")),
        crashes="crashes" in found,
    )


def _chinese(text: str) -> str:
    """Chinese text that was broken into lines is joined without spaces."""
    wide = r"[\u2014\u2018-\u201d\u2026\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
    return re.sub(rf"(?<={wide}) (?={wide})", "", text)


def _pattern(path: Path, text: str | None) -> re.Pattern[str] | None:
    try:
        return re.compile(text) if text else None
    except re.error as error:
        raise BankError(f"{path}: line: no regular expression: {error}") from None
