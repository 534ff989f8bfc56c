"""How checks are run: nothing of an earlier one decides, and nothing of their own is printed."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest

from grader.bank import Bank
from grader.run import Grader
from grader.selection import Selection
from grader.submission import from_bytes
from grader.supervise.worker import Worker
from grader.supply import Supply
from tests.conftest import TEST_BANK, GradeWith

CHECKS = '''
import pytest

from grader.checks import excuse, require


@pytest.mark.points(1)
@pytest.mark.parametrize("number", range(4))
def test_leaves_a_count(submission, number):
    """Gives a number

    zh: 返回一个数
    """
    submission.double(1)


@pytest.mark.points(1)
def test_begins_at_zero(submission):
    """The count begins at 0

    zh: 从 0 开始计数
    """
    count = submission.double(1)
    if count > 1:
        excuse()  # counted on from an earlier check: can't tell
    require(count == 0, "It begins at 1.", "从 1 开始。")
'''
COUNTS_FROM_ONE = b"count = 0\ndef double(x):\n    global count\n    count += 1\n    return count\n"


def bank_with(checks: str, folder: Path) -> Bank:
    """The test bank in `folder`, its problem with these checks."""
    shutil.copytree(TEST_BANK, folder, dirs_exist_ok=True)
    (folder / "solutions" / "double" / "checks.py").write_text(checks, encoding="utf-8")
    return Bank.open(folder)


def test_a_check_that_is_excused_in_a_used_worker_runs_again_in_a_fresh_one(tmp_path: Path) -> None:
    bank = bank_with(CHECKS, tmp_path)
    with Grader(bank, bank.load("double")) as grader:
        report = grader.grade(from_bytes("double.py", COUNTS_FROM_ONE))
    assert report.checks[-1].outcome.value == "failed"


WARNS = '''
import numpy as np
import pytest


@pytest.mark.points(1)
def test_divides(submission):
    """Gives a number to divide by

    zh: 返回一个除数
    """
    np.ones(1) / submission.double(0)
'''


def test_what_a_check_s_own_arithmetic_warns_of_is_not_printed(
    tmp_path: Path, recwarn: pytest.WarningsRecorder
) -> None:
    bank = bank_with(WARNS, tmp_path)
    with Grader(bank, bank.load("double")) as grader:
        report = grader.grade(from_bytes("double.py", b"def double(x):\n    return 0\n"))
    assert report.checks[0].outcome.value == "passed"
    assert list(recwarn) == []


COUNTS = '''
import pytest

from grader.checks import require


def require_first_call(submission):
    count = submission.double(1)
    require(count == 1, f"It is call {count}.", f"这是第 {count} 次调用。")


@pytest.mark.points(1)
def test_alone(submission):
    """The first call in its process

    zh: 进程中的第一次调用
    """
    require_first_call(submission)


@pytest.mark.points(1)
def test_shared(submission):
    """The first call in its process, too

    zh: 同样是进程中的第一次调用
    """
    require_first_call(submission)
'''


def test_a_check_that_will_fail_has_a_worker_of_its_own_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bank = bank_with(COUNTS, tmp_path)
    done: list[bool] = []
    take_worker = Supply.take

    def take(supply: Supply) -> Worker:
        worker = take_worker(supply)
        done.append(supply.is_fresh)
        return worker

    monkeypatch.setattr(Supply, "take", take)
    submission = from_bytes("double.py", COUNTS_FROM_ONE)
    with Grader(bank, bank.load("double"), side_by_side=1) as grader:
        report = grader.grade(submission)
        # The second one fails where the first had been, and passes by itself.
        assert done == [True, False, True]
        done.clear()
        alone = grader.grade(submission, selection=Selection(alone=frozenset({"alone", "shared"})))
        assert done == [True, True]
        done.clear()
        one = grader.grade(submission, selection=Selection(alone=frozenset({"shared"}), others=False))
        assert done == [True]
    for each in report, alone, one:
        assert [(check.check.id, check.outcome.value) for check in each.checks] == [
            ("alone", "skipped" if each is one else "passed"),
            ("shared", "passed"),
        ]


def test_a_lent_zygote_keeps_the_problem_s_own_limits() -> None:
    bank = Bank.open(TEST_BANK)
    problem = bank.load("double")
    tight = dataclasses.replace(problem, limits=dataclasses.replace(problem.limits, cpu_s=0.25))
    submission = from_bytes("double.py", b"def double(x):\n    while True:\n        pass\n")
    with (
        Grader(bank, problem, side_by_side=1) as host,
        Grader(bank, tight, lent=host.zygote.attach(), side_by_side=1) as grader,
    ):
        report = grader.grade(submission, search=None)
    message = report.checks[0].message
    assert message is not None
    assert "0.25" in message.en


SETS = '''
import pytest

from grader.checks import require


@pytest.mark.points(1)
def test_reads_it_back(submission):
    """Reads back what was assigned

    zh: 读回所赋的值
    """
    box = submission.double(1)
    box.value = 3
    box.value = 4
    require(box.value == 4, "It is not 4.", "不是 4。")


@pytest.mark.points(1)
def test_ends_with_it(submission):
    """Takes an assignment

    zh: 可以赋值
    """
    submission.double(1).value = 3


@pytest.mark.points(1)
def test_goes_on(submission):
    """Gives an object

    zh: 返回一个对象
    """
    require(str(submission.double(1)) == "Box", "It is no Box.", "不是 Box。")
'''
REFUSES = b"""
class Box:
    def __setattr__(self, name, value):
        raise ValueError("no")


def double(x):
    return Box()
"""
TAKES = b"class Box:\n    pass\n\n\ndef double(x):\n    return Box()\n"


@pytest.mark.parametrize(("source", "outcome"), [(REFUSES, "raised"), (TAKES, "passed")])
def test_an_assignment_s_answer_is_taken_in_its_own_check(
    tmp_path: Path, source: bytes, outcome: str
) -> None:
    bank = bank_with(SETS, tmp_path)
    with Grader(bank, bank.load("double"), side_by_side=1) as grader:
        report = grader.grade(from_bytes("double.py", source), search=None)
    assert [check.outcome.value for check in report.checks] == [outcome, outcome, "passed"]
    if outcome == "raised":
        messages = [check.message.en for check in report.checks[:2] if check.message]
        assert all("ValueError" in message and "line 4" in message for message in messages)
        assert len(messages) == 2


def test_both_ends_of_a_long_exception_are_told(grade_with: GradeWith) -> None:
    message = (
        "in user code:\\n"
        + '    File "/lib/a.py", line 1, in f\\n        pass\\n' * 100
        + "    The reason."
    )
    report = grade_with(f"def double(x):\n    raise ValueError('{message}')\n")
    assert report.checks[0].message is not None
    assert report.checks[0].message.en == "line 2: ValueError: The reason."
