"""The bank: problems as their authors wrote them, read as data and checked on the way in.

`problems/<id>/` is what a candidate may see, `solutions/<id>/` what stays behind. Nothing here
imports or runs either.
"""

from __future__ import annotations

import ast
import difflib
import math
import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal

from grader.errors import BankError, UsageError
from grader.limits import WORKER_LIMITS, Limits
from grader.messages import _
from grader.text import LANGUAGES, Text
from grader.words import RESERVED

_PACKAGE = Path(__file__).resolve().parent
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
DIFFICULTIES = ("easy", "medium", "hard")
_KEYS = {"id", "kind", "related", "topic", "difficulty", "minutes", "worker", "title", "defines", "limits"}
_PROBLEM_FILES = ("statement.md", "statement.zh.md", "stub.py")
_SOLUTION_FILES = ("solution.py", "checks.py", "notes.md", "notes.zh.md")


@dataclass(frozen=True, slots=True)
class Check:
    """One hidden check as its source declares it."""

    id: str
    title: Text
    points: float


@dataclass(frozen=True, slots=True)
class Definition:
    """A name that a submission must define."""

    name: str
    kind: Literal["function", "class"]
    signature: str

    def __str__(self) -> str:
        keyword = "def" if self.kind == "function" else "class"
        return f"{keyword} {self.name}{self.signature}"


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem with all that a grade needs to know of it."""

    id: str
    title: Text
    topic: str
    difficulty: str
    minutes: int
    worker: str
    """The kind of worker: `numpy` or `tensorflow`, the library that it has imported."""
    defines: tuple[Definition, ...]
    checks: tuple[Check, ...]
    limits: Limits
    folder: Path
    solution_folder: Path

    @property
    def max_score(self) -> float:
        return sum(check.points for check in self.checks)

    @property
    def module_name(self) -> str:
        return self.id.replace("-", "_")

    def source(self, name: str) -> bytes:
        """A file of the problem's own folder; empty where there is none."""
        path = self.folder / name
        return path.read_bytes() if path.is_file() else b""


@dataclass(frozen=True, slots=True)
class Bank:
    """A folder with `problems` and `solutions` in it."""

    root: Path

    @classmethod
    def open(cls, folder: Path | None) -> Bank:
        """The bank in `folder`, or the one that came with the package.

        Raises:
            UsageError: the folder named holds no bank.
            BankError: the package came without its own.
        """
        if folder is not None:
            if not (folder / "problems").is_dir():
                raise UsageError(
                    _(
                        "--bank: {folder} holds no folder 'problems'; name the folder that has "
                        "'problems' and 'solutions' in it."
                    ).format(folder=folder)
                )
            return cls(folder.resolve())
        for root in (_PACKAGE / "bank", _PACKAGE.parent):
            if (root / "problems").is_dir() and (root / "solutions").is_dir():
                return cls(root)
        raise BankError("the package came without its bank; reinstall it.")

    def ids(self) -> list[str]:
        """The problems that are graded."""
        return self._ids("code")

    def concept_ids(self) -> list[str]:
        """The questions that a person answers and marks."""
        return self._ids("concept")

    def _ids(self, kind: str) -> list[str]:
        files = (self.root / "problems").glob("*/problem.toml")
        return sorted(file.parent.name for file in files if _kind(file) == kind)

    def load(self, problem_id: str) -> Problem:
        """The problem of that id.

        Raises:
            UsageError: there is none; the message suggests the nearest.
            BankError: its files are not right.
        """
        folder = self.root / "problems" / problem_id
        if not is_id(problem_id) or not (folder / "problem.toml").is_file():
            raise no_such_problem(problem_id, self.ids())
        if _kind(folder / "problem.toml") == "concept":
            raise UsageError(
                _("{id} is a question to answer yourself: `grade ask {id}`.").format(id=problem_id)
            )
        return _Loader(folder, self.root / "solutions" / problem_id).load()


def is_id(text: str) -> bool:
    return bool(_ID.match(text))


def no_such_problem(problem_id: str, ids: list[str]) -> UsageError:
    """What to say where no problem has that id."""
    near = difflib.get_close_matches(problem_id, ids, n=1, cutoff=0.4)
    hint = (
        _("Did you mean {near}?").format(near=near[0])
        if near
        else _("There are: {ids}.").format(ids=", ".join(ids) or _("none"))
    )
    return UsageError(_("no such problem: {name}. {hint}").format(name=_printable(problem_id), hint=hint))


def _kind(file: Path) -> str:
    """`code` or `concept`; what can't be read is the loader's to tell."""
    try:
        return str(tomllib.loads(file.read_text(encoding="utf-8")).get("kind", "code"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return "code"


def _printable(text: str) -> str:
    return repr(text[:80])


class _Loader:
    """Reads one problem; every complaint names the file and the key."""

    def __init__(self, folder: Path, solution_folder: Path) -> None:
        self._folder = folder
        self._solution_folder = solution_folder
        self._file = folder / "problem.toml"

    def load(self) -> Problem:
        data = self._read_toml()
        for key in data:
            if key not in _KEYS:
                near = difflib.get_close_matches(key, _KEYS, n=1)
                self._complain(key, "unknown key" + (f"; did you mean {near[0]}?" if near else ""))
        for folder, names in ((self._folder, _PROBLEM_FILES), (self._solution_folder, _SOLUTION_FILES)):
            for name in names:
                if not (folder / name).is_file():
                    raise BankError(f"{folder / name}: missing")
        worker = self._one_of(data, "worker", tuple(WORKER_LIMITS))
        checks = read_checks(self._solution_folder / "checks.py")
        return Problem(
            id=self._id(data),
            title=self._title(data),
            topic=self._value(data, "topic", str),
            difficulty=self._one_of(data, "difficulty", DIFFICULTIES),
            minutes=self._value(data, "minutes", int),
            worker=worker,
            defines=self._defines(data),
            checks=checks,
            limits=self._limits(data, WORKER_LIMITS[worker]),
            folder=self._folder,
            solution_folder=self._solution_folder,
        )

    def _complain(self, key: str, what: str) -> Any:
        raise BankError(f"{self._file}: {key}: {what}")

    def _read_toml(self) -> dict[str, Any]:
        try:
            return tomllib.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise BankError(f"{self._file}: {error}") from None

    def _value(self, data: dict[str, Any], key: str, kind: type) -> Any:
        value = data.get(key)
        if type(value) is not kind or not value:
            self._complain(key, f"should be a {kind.__name__} that says something, is {value!r}")
        return value

    def _one_of(self, data: dict[str, Any], key: str, allowed: tuple[str, ...]) -> str:
        if data.get(key) not in allowed:
            self._complain(key, f"should be one of {', '.join(allowed)}, is {data.get(key)!r}")
        return str(data[key])

    def _id(self, data: dict[str, Any]) -> str:
        value = str(self._value(data, "id", str))
        if value != self._folder.name or not _ID.match(value) or value in RESERVED:
            self._complain("id", f"should be the folder's name in lower case and hyphens, is {value!r}")
        return value

    def _title(self, data: dict[str, Any]) -> Text:
        title = self._value(data, "title", dict)
        for language in LANGUAGES:
            if not isinstance(title.get(language), str):
                self._complain(f"title.{language}", "missing")
        return Text(title["en"], title["zh"])

    def _defines(self, data: dict[str, Any]) -> tuple[Definition, ...]:
        found = []
        for entry in self._value(data, "defines", list):
            if not isinstance(entry, dict) or set(entry) != {"name", "kind", "signature"}:
                self._complain("defines", f"needs name, kind and signature, has {entry!r}")
            if entry["kind"] not in ("function", "class") or not str(entry["name"]).isidentifier():
                self._complain("defines", f"kind is function or class, name an identifier: {entry!r}")
            found.append(Definition(entry["name"], entry["kind"], entry["signature"]))
        return tuple(found)

    def _limits(self, data: dict[str, Any], base: Limits) -> Limits:
        given = data.get("limits", {})
        if not isinstance(given, dict):
            self._complain("limits", f"should be a table, is {given!r}")
        known = {field.name for field in fields(Limits)}
        for key, value in given.items():
            if key not in known:
                self._complain(f"limits.{key}", f"unknown; there are {', '.join(sorted(known))}")
            if type(value) not in (int, float) or not 0 < value < math.inf:
                self._complain(f"limits.{key}", f"should be a number above 0, is {value!r}")
        return Limits(**{**{f: getattr(base, f) for f in known}, **given})


def read_checks(path: Path) -> tuple[Check, ...]:
    """The checks that a `checks.py` declares, read from its source without running it.

    Raises:
        BankError: naming the line where a title, its translation or the points are missing, where
            two checks have one name, or where all points add up to nothing.
    """
    try:
        tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    except (OSError, UnicodeDecodeError, SyntaxError) as error:
        raise BankError(f"{path}: {error}") from None
    checks: dict[str, Check] = {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            check = _read_check(path, node)
            if check.id in checks:
                raise BankError(f"{path}:{node.lineno}: two checks are named {check.id}")
            checks[check.id] = check
    if sum(check.points for check in checks.values()) <= 0:
        raise BankError(f"{path}: the points of its checks add up to nothing")
    return tuple(checks.values())


def _read_check(path: Path, node: ast.FunctionDef) -> Check:
    where = f"{path}:{node.lineno}: {node.name}"
    lines = [line.strip() for line in (ast.get_docstring(node) or "").splitlines() if line.strip()]
    zh = [line.removeprefix("zh:").strip() for line in lines if line.startswith("zh:")]
    if not lines or len(zh) != 1 or not zh[0] or lines[0].startswith("zh:"):
        raise BankError(f"{where}: needs a docstring: its title, and a line 'zh: …' with the Chinese one")
    return Check(node.name.removeprefix("test_"), Text(lines[0], zh[0]), _points(where, node))


def _points(where: str, node: ast.FunctionDef) -> float:
    for decorator in node.decorator_list:
        match decorator:
            case ast.Call(
                func=ast.Attribute(attr="points"), args=[ast.Constant(value=int() | float() as points)]
            ) if points > 0:
                return float(points)
    raise BankError(f"{where}: needs @pytest.mark.points(n) with n above 0")
