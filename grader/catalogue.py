"""What a bank has to offer, read from each problem's own `problem.toml` and nothing else of it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.bank import DIFFICULTIES, Bank, is_id, no_such_problem
from grader.errors import BankError
from grader.text import Text

KINDS = ("code", "concept")


@dataclass(frozen=True, slots=True)
class Entry:
    """A problem as it is listed: one to be graded, or a question to answer oneself."""

    id: str
    kind: str
    topic: str
    difficulty: str
    minutes: int
    title: Text
    folder: Path

    @property
    def module_name(self) -> str:
        return self.id.replace("-", "_")

    @property
    def ease(self) -> tuple[int, int, str]:
        """Sorts the easiest first."""
        return DIFFICULTIES.index(self.difficulty), self.minutes, self.id


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The problems that can be listed, by id, and what is wrong with the others."""

    entries: tuple[Entry, ...]
    faults: tuple[BankError, ...]


def read_catalogue(bank: Bank) -> Catalogue:
    """One broken problem hides none of the others."""
    entries: list[Entry] = []
    faults: list[BankError] = []
    for file in sorted((bank.root / "problems").glob("*/problem.toml")):
        try:
            entries.append(_entry(file))
        except BankError as fault:
            faults.append(fault)
    return Catalogue(tuple(entries), tuple(faults))


def find_entry(bank: Bank, problem_id: str) -> Entry:
    """The problem or question of that id, without a look at any other.

    Raises:
        UsageError: there is none; the message suggests the nearest.
        BankError: its file is not right.
    """
    file = bank.root / "problems" / problem_id / "problem.toml"
    if is_id(problem_id) and file.is_file():
        return _entry(file)
    ids = [file.parent.name for file in (bank.root / "problems").glob("*/problem.toml")]
    raise no_such_problem(problem_id, sorted(ids))


def _entry(file: Path) -> Entry:
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BankError(f"{file}: {error}") from None
    title = data.get("title")
    if type(title) is not dict or not all(type(title.get(key)) is str for key in ("en", "zh")):
        raise BankError(f"{file}: title: needs en and zh")
    return Entry(
        id=file.parent.name,
        kind=_one_of(file, data, "kind", KINDS, "code"),
        topic=_typed(file, data, "topic", str),
        difficulty=_one_of(file, data, "difficulty", DIFFICULTIES),
        minutes=_typed(file, data, "minutes", int),
        title=Text(title["en"], title["zh"]),
        folder=file.parent,
    )


def _typed(file: Path, data: dict[str, Any], key: str, kind: type) -> Any:
    value = data.get(key)
    if type(value) is not kind or not value:
        raise BankError(f"{file}: {key}: should be a {kind.__name__} that says something, is {value!r}")
    return value


def _one_of(
    file: Path, data: dict[str, Any], key: str, allowed: tuple[str, ...], otherwise: str | None = None
) -> str:
    value = data.get(key, otherwise)
    if value not in allowed:
        raise BankError(f"{file}: {key}: should be one of {', '.join(allowed)}, is {value!r}")
    return str(value)
