"""What can be said of a problem's files without running any of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from grader.bank import Bank, Problem
from grader.concept import load_concept
from grader.diagnose.mistakes import Mistake
from grader.errors import BankError
from grader.hints import read_hints

_PROBLEM_FILES = {"problem.toml", "statement.md", "statement.zh.md", "stub.py", "harness.py"}
_QUESTION_FILES = {"problem.toml", "statement.md", "statement.zh.md"}
_SOLUTION_FILES = {
    "solution.py", "checks.py", "notes.md", "notes.zh.md", "requirements.toml", "hints.toml",
    "follow_ups.toml", "equivalent.toml", "pictures.py",
}  # fmt: skip
_SOLUTION_FOLDERS = {"mistakes", "variants"}
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_ROW = re.compile(r"^\| `(\w+)` \| (\d+(?:\.\d+)?) \|", re.MULTILINE)


def complaints(problem: Problem, known: tuple[Mistake, ...]) -> Iterator[str]:
    """Stray and missing files, texts that lack a language, statements that list other checks."""
    yield from _stray(problem)
    yield from _languages(problem, known)
    yield from _listed_checks(problem)
    yield from _hints(problem)
    for folder in sorted(_SOLUTION_FOLDERS):
        if not python_files(problem.solution_folder / folder):
            yield f"{problem.solution_folder / folder}: holds no .py file; write at least one"
    failed = frozenset().union(*(mistake.fails for mistake in known))
    for check in problem.checks:
        if check.id not in failed:
            yield f"check {check.id}: no mistake fails it; write one, or take the check away"


def concept_complaints(bank: Bank, question_id: str) -> Iterator[str]:
    """What a concept question lacks, and what nothing reads."""
    try:
        load_concept(bank, question_id)
    except BankError as error:
        yield str(error)
    for folder, names in (("problems", _QUESTION_FILES), ("solutions", {"answer.toml"})):
        for path in sorted((bank.root / folder / question_id).glob("*")):
            if path.name not in names:
                yield f"{path}: a stray file; nothing reads it"


def _hints(problem: Problem) -> Iterator[str]:
    """Checks and problems without a hint."""
    path = problem.solution_folder / "hints.toml"
    try:
        hints = read_hints(problem.solution_folder)
    except BankError as error:
        yield str(error)
        return
    if not hints.problem:
        yield f"{path}: has no hints for the problem: write [[problem]] tables"
    for check in problem.checks:
        if check.id not in hints.checks:
            yield f"{path}: has no hints for check {check.id}"


def _stray(problem: Problem) -> Iterator[str]:
    for path in sorted(problem.folder.iterdir()):
        if path.name not in _PROBLEM_FILES and path.name != "__pycache__":
            yield f"{path}: a stray file; a problem's folder holds {', '.join(sorted(_PROBLEM_FILES))}"
    for path in sorted(problem.solution_folder.iterdir()):
        if path.name not in _SOLUTION_FILES | _SOLUTION_FOLDERS | {"__pycache__"}:
            yield f"{path}: a stray file; nothing reads it"
    for folder in sorted(_SOLUTION_FOLDERS):
        for path in sorted((problem.solution_folder / folder).glob("*")):
            if (path.suffix != ".py" or not path.is_file()) and path.name != "__pycache__":
                yield f"{path}: a stray file; {folder} holds .py files alone"


def _languages(problem: Problem, known: tuple[Mistake, ...]) -> Iterator[str]:
    for path in (problem.folder / "statement.zh.md", problem.solution_folder / "notes.zh.md"):
        if not _CHINESE.search(read(path)):
            yield f"{path}: has no Chinese in it"
    texts = [("title", problem.title)] + [(f"check {each.id}", each.title) for each in problem.checks]
    for mistake in known:
        parts = {"what": mistake.what, "numbers": mistake.numbers, "why": mistake.why, "fix": mistake.fix}
        texts += [(f"mistake {mistake.id}, {name}", text) for name, text in parts.items()]
    for where, text in texts:
        if not _CHINESE.search(text.zh):
            yield f"{where}: its Chinese text has no Chinese in it: {text.zh!r}"


def _listed_checks(problem: Problem) -> Iterator[str]:
    wanted = [(check.id, check.points) for check in problem.checks]
    for name in ("statement.md", "statement.zh.md"):
        rows = _ROW.findall(read(problem.folder / name))
        if [(check, float(points)) for check, points in rows] != wanted:
            yield (
                f"{problem.folder / name}: its table of checks should have a row for each check of "
                "checks.py, in order: | `id` | points | …"
            )


def python_files(folder: Path) -> list[Path]:
    """The .py files of a folder, by name."""
    return sorted(path for path in folder.glob("*.py") if path.is_file())


def read(path: Path) -> str:
    """A text of the bank's.

    Raises:
        BankError: it can't be read.
    """
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BankError(f"{path}: {error}") from None
