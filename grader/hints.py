"""Hints in steps: of a problem, of each of its checks, and of the mistakes that it knows."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.bank import read_checks
from grader.errors import BankError
from grader.text import LANGUAGES, Text

PROBLEM = "problem"
_FIELD = re.compile(r"^(why|fix)(\.zh)?: (.*(?:\n[ \t]+\S.*)*)", re.MULTILINE)
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]*\Z")


@dataclass(frozen=True, slots=True)
class Hints:
    """The steps for each thing that there are hints for, the gentlest first."""

    problem: tuple[Text, ...]
    checks: Mapping[str, tuple[Text, ...]]


@dataclass(frozen=True, slots=True)
class Scope:
    """What a row of hints is for, and its steps. `key` is what is remembered of it."""

    key: str
    steps: tuple[Text, ...]


def read_hints(solution_folder: Path) -> Hints:
    """The hints of a problem; none where there is no `hints.toml`.

    Raises:
        BankError: naming the file and the key that is not right.
    """
    path = solution_folder / "hints.toml"
    if not path.exists():
        return Hints((), {})
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BankError(f"{path}: {error}") from None
    for key in data:
        if key not in ("problem", "checks"):
            raise BankError(f"{path}: {key}: unknown key")
    known = {check.id for check in read_checks(solution_folder / "checks.py")}
    checks = data.get("checks", {})
    if type(checks) is not dict:
        raise BankError(f"{path}: checks: should be tables, [checks.<check_id>]")
    for name in checks:
        if name not in known:
            raise BankError(f"{path}: checks.{name}: there is no check of that id")
    return Hints(
        _problem_steps(path, data.get("problem", [])),
        {name: _check_steps(path, f"checks.{name}", value) for name, value in checks.items()},
    )


def _problem_steps(path: Path, value: Any) -> tuple[Text, ...]:
    if type(value) is not list:
        raise BankError(f"{path}: problem: should be tables, [[problem]]")
    return tuple(
        Text(*(_said(path, f"problem[{number}].{each}", entry, each) for each in LANGUAGES))
        for number, entry in enumerate(value)
    )


def _check_steps(path: Path, key: str, value: Any) -> tuple[Text, ...]:
    if type(value) is not dict or set(value) != set(LANGUAGES):
        raise BankError(f"{path}: {key}: needs en and zh, and nothing else")
    for language in LANGUAGES:
        steps = value[language]
        if type(steps) is not list or not steps or not all(type(s) is str and s.strip() for s in steps):
            raise BankError(f"{path}: {key}.{language}: should be a list of texts")
    if len(value["en"]) != len(value["zh"]):
        raise BankError(f"{path}: {key}: has {len(value['en'])} steps in en and {len(value['zh'])} in zh")
    return tuple(Text(en.strip(), zh.strip()) for en, zh in zip(value["en"], value["zh"], strict=True))


def _said(path: Path, key: str, entry: Any, language: str) -> str:
    if type(entry) is not dict or set(entry) != set(LANGUAGES):
        raise BankError(f"{path}: {key.rpartition('.')[0]}: needs en and zh, and nothing else")
    said = entry[language]
    if type(said) is not str or not said.strip():
        raise BankError(f"{path}: {key}: should be text that says something, is {said!r}")
    return said.strip()


def mistake_steps(solution_folder: Path, slug: str) -> tuple[Text, ...]:
    """Why people make that mistake, then how to mend it; nothing where the bank knows no such mistake."""
    path = solution_folder / "mistakes" / f"{slug}.py"
    if not _SLUG.match(slug) or not path.is_file():
        return ()
    try:
        header = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")), clean=False) or ""
    except (OSError, UnicodeDecodeError, SyntaxError) as error:
        raise BankError(f"{path}: {error}") from None
    found = {(name, zh): " ".join(text.split()) for name, zh, text in _FIELD.findall(header)}
    steps = []
    for name in ("why", "fix"):
        if (name, "") not in found or (name, ".zh") not in found:
            raise BankError(f"{path}: its docstring lacks {name} or {name}.zh")
        steps.append(Text(found[name, ""], found[name, ".zh"]))
    return tuple(steps)


def scopes_after(
    hints: Hints, failed: list[str], diagnosis: str | None, mistake: tuple[Text, ...]
) -> list[Scope]:
    """Where to look for the next hint after an attempt, the nearest to its fault first."""
    scopes = [Scope(f"mistake:{diagnosis}", mistake)] if mistake else []
    first = next((check for check in failed if hints.checks.get(check)), None)
    if first:
        scopes.append(Scope(f"check:{first}", hints.checks[first]))
    return [*scopes, *([Scope(PROBLEM, hints.problem)] if hints.problem else [])]


def next_step(scopes: list[Scope], taken: set[tuple[str, int]]) -> tuple[Scope, int] | None:
    """The first step, counted from 1, that was not taken yet; None where all were."""
    for scope in scopes:
        for step in range(1, len(scope.steps) + 1):
            if (scope.key, step) not in taken:
                return scope, step
    return None
