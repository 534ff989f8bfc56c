"""`equivalent.toml`: mutants that no check can tell from the reference, as nobody else can."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from grader.bank import Problem
from grader.errors import BankError


def equivalents_file(problem: Problem) -> Path:
    return problem.solution_folder / "equivalent.toml"


def equivalents(problem: Problem) -> dict[str, str]:
    """For each mutant that the problem lists as equivalent, by id, the reason; empty without a file.

    Raises:
        BankError: naming the file and the key that is not right.
    """
    path = equivalents_file(problem)
    if not path.is_file():
        return {}
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BankError(f"{path}: {error}") from None
    for key in data:
        if key != "mutants":
            raise BankError(f"{path}: {key}: unknown key; there is [[mutants]] alone")
    entries = data.get("mutants", [])
    if not isinstance(entries, list):
        raise BankError(f"{path}: mutants: should be a row of tables, [[mutants]]")
    found: dict[str, str] = {}
    for number, entry in enumerate(entries):
        mutant, reason = _entry(f"{path}: mutants[{number}]", entry)
        if mutant in found:
            raise BankError(f"{path}: mutants[{number}].id: listed twice: {mutant}")
        found[mutant] = reason
    return found


def _entry(where: str, entry: Any) -> tuple[str, str]:
    if not isinstance(entry, dict):
        raise BankError(f"{where}: should be a table with id and reason, is {entry!r}")
    for key in entry:
        if key not in ("id", "reason"):
            raise BankError(f"{where}.{key}: unknown key; there are id and reason")
    for key in ("id", "reason"):
        value = entry.get(key)
        if not isinstance(value, str) or not value.strip():
            raise BankError(f"{where}.{key}: should be text, is {value!r}")
    return entry["id"], entry["reason"]


def require_existing(problem: Problem, listed: Mapping[str, str], existing: Iterable[str]) -> None:
    """Complain of ids that no mutant has.

    Raises:
        BankError: naming the file and each such id.
    """
    _complain(problem, listed.keys() - set(existing), "no mutant has this id; take it out or mend it")


def require_surviving(problem: Problem, listed: Mapping[str, str], killed: Iterable[str]) -> None:
    """Complain of ids whose mutants a check told from the reference.

    Raises:
        BankError: naming the file and each such id.
    """
    _complain(problem, listed.keys() & set(killed), "a check kills this mutant; take it out")


def _complain(problem: Problem, ids: Iterable[str], what: str) -> None:
    if wrong := sorted(ids):
        raise BankError(f"{equivalents_file(problem)}: mutants.id: {what}: {'; '.join(wrong)}")
