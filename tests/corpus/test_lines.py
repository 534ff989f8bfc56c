"""A mistake's pattern fits a line of the mistake itself, and no line of a right submission."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from grader.bank import Bank
from grader.diagnose.mistakes import Mistake, mistakes
from tests.conftest import ROOT

BANK = Bank.open(None)
MISTAKES = {problem: mistakes(BANK.load(problem)) for problem in BANK.ids()}
WITH_LINE = [
    pytest.param(problem, mistake, id=f"{problem}/{mistake.id}")
    for problem, known in MISTAKES.items()
    for mistake in known
    if mistake.line is not None
]


def _fitting(pattern: re.Pattern[str], lines: list[str]) -> list[str]:
    return [line for line in lines if pattern.search(line.partition("#")[0])]


def _below_the_header(source: str) -> list[str]:
    """The lines of the code: the pattern itself stands in the docstring, and may fit there."""
    header = ast.parse(source).body[0]
    return source.splitlines()[header.end_lineno :]


def _right(problem: str) -> list[Path]:
    folder = ROOT / "solutions" / problem
    return [folder / "solution.py", *sorted((folder / "variants").glob("*.py"))]


@pytest.mark.parametrize(("problem", "mistake"), WITH_LINE)
def test_a_pattern_fits_its_own_mistake(problem: str, mistake: Mistake) -> None:
    assert mistake.line is not None
    assert _fitting(mistake.line, _below_the_header(mistake.source))


@pytest.mark.parametrize(("problem", "mistake"), WITH_LINE)
def test_a_pattern_fits_nothing_right(problem: str, mistake: Mistake) -> None:
    assert mistake.line is not None
    for path in _right(problem):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert _fitting(mistake.line, lines) == [], path.name


@pytest.mark.parametrize("problem", MISTAKES)
def test_some_mistakes_have_a_pattern(problem: str) -> None:
    assert any(mistake.line is not None for mistake in MISTAKES[problem])
