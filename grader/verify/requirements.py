"""Ties every sentence that a statement demands something with to the checks that look at it.

`solutions/<id>/requirements.toml` quotes the statement, sentence by sentence:

    [[requirements]]
    says = "The variance is the population variance: it is divided by $D$."
    checks = ["uses_population_variance"]

A sentence that no check can look at has `unchecked = "why"` in place of checks.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.bank import Problem
from grader.errors import BankError
from grader.verify.files import read as read_text

_LISTED = re.compile(r"^- .*(?:\n(?:  .*|\s*(?=\n  )))*", re.MULTILINE)
# What is said after these headings is no demand.
_OTHER_SECTIONS = re.compile(
    r"^## (Example|Rules|What is judged)\b.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Requirement:
    """A sentence of the statement and the checks that hold a submission to it."""

    says: str
    checks: tuple[str, ...]
    unchecked: str | None = None


def read(path: Path) -> tuple[Requirement, ...]:
    """The requirements that a file lists.

    Raises:
        BankError: naming the file and the entry that is not as it should be.
    """
    try:
        entries = tomllib.loads(read_text(path)).get("requirements")
    except tomllib.TOMLDecodeError as error:
        raise BankError(f"{path}: {error}") from None
    if type(entries) is not list:
        raise BankError(f"{path}: requirements: should be a list of tables")
    return tuple(_requirement(path, number, entry) for number, entry in enumerate(entries, start=1))


def _requirement(path: Path, number: int, entry: Any) -> Requirement:
    where = f"{path}: requirement {number}"
    if type(entry) is not dict or not set(entry) <= {"says", "checks", "unchecked"}:
        raise BankError(f"{where}: takes says, and checks or unchecked")
    says, checks, unchecked = entry.get("says"), entry.get("checks", []), entry.get("unchecked")
    if type(says) is not str or not says.strip():
        raise BankError(f"{where}: says: should quote the statement")
    if type(checks) is not list or not all(type(check) is str for check in checks):
        raise BankError(f"{where}: checks: should be a list of ids")
    if bool(checks) == bool(unchecked) or (unchecked is not None and type(unchecked) is not str):
        raise BankError(f"{where}: needs checks, or unchecked with the reason")
    return Requirement(_folded(says), tuple(checks), unchecked)


def complaints(problem: Problem) -> Iterator[str]:
    """Sentences without a check, checks without a sentence, quotes that the statement does not have."""
    path = problem.solution_folder / "requirements.toml"
    found = read(path)
    statement = read_text(problem.folder / "statement.md")
    whole = _folded(statement)
    ids = {check.id for check in problem.checks}
    tied: set[str] = set()
    for requirement in found:
        if requirement.says not in whole:
            yield f"{path}: the statement does not say: {requirement.says}"
        tied.update(requirement.checks)
    for name in sorted(tied - ids):
        yield f"{path}: there is no check {name}"
    for name in sorted(ids - tied):
        yield f"{path}: check {name} is tied to no sentence of the statement"
    for rest in _left_over(statement, found):
        yield f"{path}: not tied to any check: {rest}"


def _left_over(statement: str, found: tuple[Requirement, ...]) -> Iterator[str]:
    """What the statement's lists say that no requirement quotes."""
    for item in _LISTED.findall(_OTHER_SECTIONS.sub("", statement)):
        rest = _folded(item.removeprefix("- "))
        for requirement in sorted(found, key=lambda each: -len(each.says)):
            rest = rest.replace(requirement.says, " ")
        if re.search(r"\w", rest):
            yield _folded(rest)


def _folded(text: str) -> str:
    return " ".join(text.split())
