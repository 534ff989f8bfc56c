"""Hints: read with care, and given one step at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.errors import BankError
from grader.hints import Hints, Scope, mistake_steps, next_step, read_hints, scopes_after
from grader.text import Text
from tests.conftest import TEST_BANK

CHECKS = (TEST_BANK / "solutions/double/checks.py").read_text(encoding="utf-8")
A, B = Text("a", "甲"), Text("b", "乙")


def write(folder: Path, hints: str) -> Path:
    (folder / "checks.py").write_text(CHECKS, encoding="utf-8")
    (folder / "hints.toml").write_text(hints, encoding="utf-8")
    return folder


def test_reads_steps_in_both_languages() -> None:
    hints = read_hints(TEST_BANK / "solutions/double")
    assert [step.en for step in hints.problem] == ["Think of a number.", "Add it to itself."]
    assert hints.checks["first"][1] == Text("The factor is 2.", "系数是 2。")


def test_without_a_file_there_are_none(tmp_path: Path) -> None:
    assert read_hints(tmp_path) == Hints((), {})


@pytest.mark.parametrize(
    ("hints", "key"),
    [
        ("[", "hints.toml"),
        ("[more]", "more: unknown"),
        ('problem = "x"', "problem:"),
        ('[[problem]]\nen = "x"', "problem[0]"),
        ('[[problem]]\nen = "x"\nzh = " "', "problem[0].zh"),
        ('[[problem]]\nen = "x"\nzh = 5', "problem[0].zh"),
        ("checks = 5", "checks:"),
        ('[checks.frist]\nen = ["x"]\nzh = ["x"]', "checks.frist"),
        ('[checks.first]\nen = ["x"]', "checks.first"),
        ('[checks.first]\nen = ["x"]\nzh = "x"', "checks.first.zh"),
        ("[checks.first]\nen = []\nzh = []", "checks.first.en"),
        ('[checks.first]\nen = ["x"]\nzh = ["x", "y"]', "1 steps in en and 2 in zh"),
    ],
)
def test_an_authors_mistake_names_file_and_key(tmp_path: Path, hints: str, key: str) -> None:
    with pytest.raises(BankError) as raised:
        read_hints(write(tmp_path, hints))
    assert key in str(raised.value)
    assert str(tmp_path / "hints.toml") in str(raised.value)


def test_a_named_mistake_says_why_and_then_how_to_mend_it(tmp_path: Path) -> None:
    (tmp_path / "mistakes").mkdir()
    (tmp_path / "mistakes/halves.py").write_text(
        '"""\nwhat: x\nwhy: It was read\n  the wrong way.\nwhy.zh: 读反了。\n'
        'fix: Turn it.\nfix.zh: 反过来。\n"""\n',
        encoding="utf-8",
    )
    why, fix = mistake_steps(tmp_path, "halves")
    assert (why.en, fix.zh) == ("It was read the wrong way.", "反过来。")
    for other in ("thirds", "../mistakes/halves", ""):
        assert mistake_steps(tmp_path, other) == ()


def test_the_nearest_to_the_fault_comes_first() -> None:
    hints = Hints((A,), {"second": (A, B)})
    scopes = scopes_after(hints, ["first", "second"], "halves", (B,))
    assert [scope.key for scope in scopes] == ["mistake:halves", "check:second", "problem"]
    assert [scope.key for scope in scopes_after(hints, ["first"], None, ())] == ["problem"]


def test_each_step_is_taken_once() -> None:
    scopes = [Scope("check:x", (A, B)), Scope("problem", (A,))]
    taken: set[tuple[str, int]] = set()
    order = []
    while (found := next_step(scopes, taken)) is not None:
        order.append((found[0].key, found[1]))
        taken.add(order[-1])
    assert order == [("check:x", 1), ("check:x", 2), ("problem", 1)]
