"""Every demand of a statement is tied to a check, and every check to a demand."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.bank import Bank
from grader.errors import BankError
from grader.verify import requirements
from grader.verify.requirements import Requirement, read
from tests.conftest import TEST_BANK

STATEMENT = """# Twice

Write `double`.

- It gives `2 * x`. It changes nothing, and its dtype is
  that of `x`.

  Of any shape.
- For `None` it raises `TypeError`.

The rest is prose.

## Example

- An example demands nothing.

## Rules

- Nor does a rule.

## Arguments

- `x` is an array.

## What is judged

- Nor does this list.
"""
TIED = """
[[requirements]]
says = "It gives `2 * x`."
checks = ["first", "second"]

[[requirements]]
says = '''
It changes nothing, and its
dtype is that of `x`.'''
checks = ["second"]

[[requirements]]
says = "Of any shape."
checks = ["first"]

[[requirements]]
says = "For `None` it raises `TypeError`."
checks = ["refuses_text"]

[[requirements]]
says = "`x` is an array."
unchecked = "a promise about what the checks send"
"""

Complaints = Callable[[str], list[str]]


@pytest.fixture
def complaints(tmp_path: Path) -> Complaints:
    """What is said of a `requirements.toml`; each line must name that file."""
    for part in ("problems", "solutions"):
        shutil.copytree(TEST_BANK / part / "double", tmp_path / part / "double")
    (tmp_path / "problems" / "double" / "statement.md").write_text(STATEMENT)
    problem = Bank(tmp_path).load("double")
    path = problem.solution_folder / "requirements.toml"

    def complain(toml: str) -> list[str]:
        path.write_text(toml)
        found = list(requirements.complaints(problem))
        assert all(each.startswith(f"{path}: ") for each in found)
        return [each.removeprefix(f"{path}: ") for each in found]

    return complain


def test_where_all_is_tied_nothing_is_said(complaints: Complaints) -> None:
    assert complaints(TIED) == []


def without(says: str) -> str:
    """The requirements but the one that says so."""
    heading = "[[requirements]]"
    return heading.join(part for part in TIED.split(heading) if says not in part)


@pytest.mark.parametrize(
    ("says", "rest"),
    [
        ("It gives", "It gives `2 * x`."),
        ("It changes", "It changes nothing, and its dtype is that of `x`."),
        ("Of any", "Of any shape."),
        ("`x` is", "`x` is an array."),
    ],
)
def test_a_sentence_of_a_list_that_is_tied_to_nothing_is_told(
    complaints: Complaints, says: str, rest: str
) -> None:
    assert complaints(without(says)) == [f"not tied to any check: {rest}"]


def test_a_check_that_no_sentence_asks_for_is_told(complaints: Complaints) -> None:
    assert complaints(without("For `None`")) == [
        "check refuses_text is tied to no sentence of the statement",
        "not tied to any check: For `None` it raises `TypeError`.",
    ]


def test_a_quote_that_the_statement_does_not_have_is_told(complaints: Complaints) -> None:
    assert complaints(TIED.replace("`2 * x`", "`3 * x`")) == [
        "the statement does not say: It gives `3 * x`.",
        "not tied to any check: It gives `2 * x`.",
    ]


def test_a_check_that_is_not_there_is_told(complaints: Complaints) -> None:
    assert complaints(TIED.replace('["second"]', '["second", "third"]')) == ["there is no check third"]


def test_a_part_of_a_sentence_leaves_the_rest_over(complaints: Complaints) -> None:
    assert complaints(TIED.replace("For `None` it raises `TypeError`.", "it raises `TypeError`")) == [
        "not tied to any check: For `None` ."
    ]


def test_the_longest_quote_is_taken_first(complaints: Complaints) -> None:
    short = '[[requirements]]\nsays = "its dtype is that"\nchecks = ["first"]\n'
    assert complaints(short + TIED) == []


def test_prose_may_be_tied_as_well(complaints: Complaints) -> None:
    assert complaints(TIED + '[[requirements]]\nsays = "Write `double`."\nchecks = ["first"]\n') == []


def test_an_empty_list_ties_nothing(complaints: Complaints) -> None:
    assert len(complaints("requirements = []")) == 3 + 3


def test_requirements_are_read_in_order_and_folded(tmp_path: Path) -> None:
    path = tmp_path / "requirements.toml"
    path.write_text(TIED)
    found = read(path)
    assert [len(each.checks) for each in found] == [2, 1, 1, 1, 0]
    assert found[1] == Requirement("It changes nothing, and its dtype is that of `x`.", ("second",))
    assert found[4].unchecked == "a promise about what the checks send"


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("x = [", "Invalid"),
        ("", "requirements: should be a list of tables"),
        ("[requirements]\nsays = 'a'", "requirements: should be a list of tables"),
        ("requirements = ['a']", "requirement 1: takes says, and checks or unchecked"),
        ("[[requirements]]\nsays = 'a'\nchecks = ['b']\nwhy = 'c'", "requirement 1: takes says,"),
        ("[[requirements]]\nchecks = ['b']", "requirement 1: says: should quote the statement"),
        ("[[requirements]]\nsays = ' '\nchecks = ['b']", "requirement 1: says: should quote the statement"),
        ("[[requirements]]\nsays = 3\nchecks = ['b']", "requirement 1: says: should quote the statement"),
        ("[[requirements]]\nsays = 'a'\nchecks = 'b'", "requirement 1: checks: should be a list of ids"),
        ("[[requirements]]\nsays = 'a'\nchecks = [1]", "requirement 1: checks: should be a list of ids"),
        ("[[requirements]]\nsays = 'a'", "requirement 1: needs checks, or unchecked with the reason"),
        ("[[requirements]]\nsays = 'a'\nchecks = []", "requirement 1: needs checks, or unchecked"),
        ("[[requirements]]\nsays = 'a'\nunchecked = ''", "requirement 1: needs checks, or unchecked"),
        ("[[requirements]]\nsays = 'a'\nunchecked = 3", "requirement 1: needs checks, or unchecked"),
        ("[[requirements]]\nsays = 'a'\nchecks = ['b']\nunchecked = 'c'", "requirement 1: needs checks,"),
        (TIED + "[[requirements]]\nsays = 'a'", "requirement 6: needs checks, or unchecked"),
    ],
)  # fmt: skip
def test_a_file_that_is_wrong_is_named_with_the_entry(tmp_path: Path, toml: str, said: str) -> None:
    path = tmp_path / "requirements.toml"
    path.write_text(toml)
    with pytest.raises(BankError) as caught:
        read(path)
    assert str(caught.value).startswith(f"{path}: {said}")


def test_a_file_that_is_not_there_or_is_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "requirements.toml"
    with pytest.raises(BankError, match=r"requirements\.toml: .*No such file"):
        read(path)
    path.write_bytes(b"x = '\xff'")
    with pytest.raises(BankError, match=r"requirements\.toml: .*decode"):
        read(path)
