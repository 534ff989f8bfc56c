"""`grade watch`: a verdict on every save."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from grader.bank import Bank
from grader.cli.watch import Grading
from grader.outcome import Verdict
from grader.run import Grader
from tests.conftest import TEST_BANK
from tests.end_to_end.test_interruption import DEADLINE_S, wait_until

GRADE = Path(sys.executable).parent / "grade"
RIGHT = "def double(x):\n    return 2 * x\n"
WRONG = "def double(x):\n    return 3 * x\n"


class Watch:
    """A running `grade watch` and what it has printed so far."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.out = folder / "out.txt"
        with self.out.open("wb") as out:
            self.process = subprocess.Popen(
                [str(GRADE), "watch", "double", "--bank", str(TEST_BANK), *arguments],
                cwd=folder,
                stdout=out,
                stderr=out,
            )

    def wait_for(self, words: str, times: int = 1) -> None:
        wait_until(lambda: self.out.read_text().count(words) >= times)

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=DEADLINE_S)


@pytest.mark.parametrize("arguments", [(), ("--poll",)], ids=["events", "poll"])
def test_grades_on_every_save_and_says_what_changed(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    submission = tmp_path / "double.py"
    submission.write_text(WRONG)
    watch = Watch(tmp_path, *arguments)
    watch.wait_for("Waiting for changes of double.py")
    submission.write_text(RIGHT)
    watch.wait_for("PASSED  4 / 4 (+2)")
    watch.wait_for("was failed", times=2)
    # As editors save: a new file renamed over the old one.
    (tmp_path / "new").write_text(WRONG)
    os.replace(tmp_path / "new", submission)
    watch.wait_for("FAILED  2 / 4 (-2)")
    watch.wait_for("was passed", times=2)
    assert watch.end() == 130
    assert "Traceback" not in watch.out.read_text()


def test_waits_for_a_file_that_is_not_there_yet(tmp_path: Path) -> None:
    watch = Watch(tmp_path)
    watch.wait_for("no such file")
    (tmp_path / "double.py").write_text(RIGHT)
    watch.wait_for("PASSED  4 / 4")
    assert watch.end() == 130


@pytest.mark.parametrize(("is_saved", "named"), [(False, ["squares"]), (True, [])], ids=["left", "saved"])
def test_a_save_ends_the_search_for_what_was_wrong_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_saved: bool, named: list[str]
) -> None:
    monkeypatch.setenv("GRADE_PROGRESS", "0")
    path = tmp_path / "double.py"
    path.write_text("def double(x):\n    return x**2\n")
    bank = Bank.open(TEST_BANK)
    problem = bank.load("double")
    with Grader(bank, problem) as grader:
        report, _ = Grading(bank, problem, grader, path, seed=0).grade(
            lambda done, total: None,
            lambda verdict: path.write_text(RIGHT) if is_saved else None,
            lambda notice: None,
        )
    assert report.verdict is Verdict.FAILED
    assert [diagnosis.id for diagnosis in report.diagnoses] == named


def test_an_endless_loop_does_not_end_the_watch(tmp_path: Path) -> None:
    (tmp_path / "double.py").write_text("def double(x):\n    while x is not None:\n        pass\n")
    watch = Watch(tmp_path)
    watch.wait_for("Still computing")
    (tmp_path / "double.py").write_text(RIGHT)
    watch.wait_for("PASSED  4 / 4")
    assert watch.end() == 130
