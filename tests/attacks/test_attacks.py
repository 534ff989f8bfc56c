"""Submissions that cheat, break out or break down, and the outcome that each must get.

A file's first comments say it: `verdict`, the three checks' `outcomes` in order, words that the
report `says`, and the `promise` without which a backend is not asked.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from grader.render import render
from grader.report import Report
from grader.sandbox.choose import BACKENDS
from tests.conftest import GradeWith

SUBMISSIONS = sorted((Path(__file__).parent / "submissions").glob("*.py"))


def _expectations(source: str) -> dict[str, str]:
    return dict(re.findall(r"^# (verdict|outcomes|says|promise): (.*)$", source, re.MULTILINE))


@pytest.mark.parametrize("path", SUBMISSIONS, ids=lambda path: path.stem)
def test_gets_the_outcome_it_must(path: Path, backend: str, grade_with: GradeWith) -> None:
    source = path.read_text()
    wanted = _expectations(source)
    if wanted.get("promise", "") not in {"", *BACKENDS[backend].promises}:
        return
    report = grade_with(source, backend=backend)
    assert report.verdict.value == wanted["verdict"], report
    if "outcomes" in wanted:
        assert [result.outcome.value for result in report.checks] == wanted["outcomes"].split()
    assert wanted.get("says", "") in _all_text(report)
    assert "\x1b" not in _all_text(report)


@pytest.mark.parametrize("path", SUBMISSIONS, ids=lambda path: path.stem)
def test_says_what_it_expects(path: Path) -> None:
    assert _expectations(path.read_text()).get("verdict") in ("passed", "failed", "invalid")


def test_a_right_answer_still_passes_after_all_of_them(backend: str, grade_with: GradeWith) -> None:
    assert grade_with("def double(x):\n    return 2 * x\n", backend=backend).verdict.value == "passed"


def _all_text(report: Report) -> str:
    """All that the report says, with its lines joined."""
    return " ".join((render(report, None, "en", width=100) + report.to_json("en")).split())
