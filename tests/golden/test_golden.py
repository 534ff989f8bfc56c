"""One folder for each behaviour: a submission, and the reports that it must get.

`pytest tests/golden --update-golden` writes the reports anew; read the difference before you
commit it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from grader.bank import Bank
from grader.render import render
from grader.submission import read
from grader.text import LANGUAGES
from tests.conftest import TEST_BANK, GradeWith

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


def _scrub(text: str) -> str:
    """Without what differs between two runs: the time taken."""
    text = re.sub(r'"duration_s": [0-9.]+', '"duration_s": 0.0', text)
    text = re.sub(r"^[0-9.]+ (s|秒) ·", r"0.00 \1 ·", text, flags=re.MULTILINE)
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_gets_the_report_it_must(
    folder: Path, grade_with: GradeWith, request: pytest.FixtureRequest, working_backends: dict
) -> None:
    backend = next(name for name, problem in working_backends.items() if problem is None)
    (path,) = folder.glob("submission.*")
    report = grade_with(read(path), backend=backend, diagnosing=True)
    problem = Bank.open(TEST_BANK).load("double")
    for language in LANGUAGES:
        for name, text in (
            (f"report.{language}.txt", render(report, problem, language, width=80)),
            (f"report.{language}.json", report.to_json(language) + "\n"),
        ):
            got = _scrub(text).replace(backend, "BACKEND")
            if request.config.getoption("--update-golden"):
                (folder / name).write_text(got, encoding="utf-8")
            assert got == (folder / name).read_text(encoding="utf-8")


def test_every_verdict_and_outcome_has_a_case() -> None:
    seen = "".join(path.read_text() for path in Path(__file__).parent.glob("cases/*/report.en.json"))
    for word in ("passed", "failed", "invalid"):
        assert f'"verdict": "{word}"' in seen
    for word in ("passed", "failed", "raised", "timeout", "memory", "crashed", "skipped"):
        assert f'"outcome": "{word}"' in seen
