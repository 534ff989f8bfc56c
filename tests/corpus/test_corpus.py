"""Every right submission of the bank passes, every wrong one fails in the checks it names.

A TensorFlow grade takes seconds: of those problems only the reference is graded here; `grade verify`
and `tests.bench.steady` grade the rest, on other seeds too.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from grader.bank import Bank
from grader.report import Report
from tests.conftest import ROOT, GradeWith

BANK = Bank.open(None)
PROBLEMS = {problem: BANK.load(problem) for problem in BANK.ids()}


def _problem(path: Path) -> str:
    return path.relative_to(ROOT / "solutions").parts[0]


def _name(path: Path) -> str:
    return "/".join(path.relative_to(ROOT / "solutions").with_suffix("").parts)


def _files(folder: str) -> list[Path]:
    return sorted((ROOT / "solutions").glob(f"*/{folder}/*.py"))


def _parameters(paths: list[Path]) -> list[ParameterSet]:
    return [
        pytest.param(path, id=_name(path))
        for path in paths
        if PROBLEMS[_problem(path)].worker == "numpy" or path.stem == "solution"
    ]


RIGHT = [ROOT / "solutions" / problem / "solution.py" for problem in PROBLEMS] + _files("variants")
WRONG = _files("mistakes")


def _named_checks(path: Path) -> set[str]:
    (line,) = re.findall(r"^fails: (.*(?:\n  .*)*)", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {name.strip() for name in line.replace("\n", " ").split(",")}


def _graded(path: Path, grade_with: GradeWith, backend: str | None, seed: int) -> Report:
    alone = frozenset(_named_checks(path)) if path in WRONG else frozenset[str]()
    report = grade_with(path.read_bytes(), _problem(path), backend, bank=None, seed=seed, alone=alone)
    assert report.error is None, report.error
    return report


def _failed(report: Report) -> set[str]:
    return {result.check.id for result in report.checks if result.outcome.value != "passed"}


def _english_in_chinese(report: Report) -> list[str]:
    """The checks' own messages in Chinese that hold three words of English, none of them quoted code."""
    said = [
        result.message.zh for result in report.checks if result.message and result.outcome.value == "failed"
    ]
    # What follows these words is the submission's own.
    ours = [text.split("其信息：")[0] for text in said]
    return [text for text in ours if re.search(r"\b[a-z]+(?:,? [a-z]+){2,}\b", text)]


@pytest.mark.parametrize("path", _parameters(RIGHT))
def test_right_passes(path: Path, grade_with: GradeWith) -> None:
    assert _failed(_graded(path, grade_with, None, seed=0)) == set()


@pytest.mark.parametrize("path", _parameters(WRONG))
def test_wrong_fails_where_it_says_and_says_so_in_each_language(path: Path, grade_with: GradeWith) -> None:
    report = _graded(path, grade_with, None, seed=1)
    assert _failed(report) == _named_checks(path)
    assert _english_in_chinese(report) == []


@pytest.mark.parametrize("problem", PROBLEMS)
def test_untouched_stub_is_not_attempted(problem: str, grade_with: GradeWith) -> None:
    stub = (ROOT / "problems" / problem / "stub.py").read_bytes()
    report = grade_with(stub, problem, bank=None)
    assert (report.verdict.value, report.score) == ("failed", 0.0)
    assert report.error is not None
    assert report.error.kind == "not-attempted"


@pytest.mark.parametrize("problem", PROBLEMS)
def test_points_add_up_to_ten_and_statements_name_every_check(problem: str) -> None:
    loaded = PROBLEMS[problem]
    assert loaded.max_score == 10
    for name in ("statement.md", "statement.zh.md"):
        text = loaded.source(name).decode()
        listed = re.findall(r"^\| `(\w+)` \| ([0-9.]+) \|", text, re.MULTILINE)
        assert [(check, float(points)) for check, points in listed] == [
            (check.id, check.points) for check in loaded.checks
        ]


@pytest.mark.parametrize("problem", PROBLEMS)
def test_every_check_is_failed_by_some_mistake(problem: str) -> None:
    named = set().union(*(_named_checks(path) for path in WRONG if _problem(path) == problem))
    assert named == {check.id for check in PROBLEMS[problem].checks}


@pytest.mark.slow
@pytest.mark.parametrize("problem", PROBLEMS)
def test_no_verdict_depends_on_the_backend(problem: str, backend: str, grade_with: GradeWith) -> None:
    numpy = PROBLEMS[problem].worker == "numpy"
    for path in RIGHT + WRONG if numpy else RIGHT:
        if _problem(path) == problem:
            wanted = _named_checks(path) if path in WRONG else set()
            assert _failed(_graded(path, grade_with, backend, seed=2)) == wanted, _name(path)
