"""Mutants of a small problem's reference, graded."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from grader.bank import Bank
from grader.errors import BankError
from grader.verify.mutation import Mutation, mutate
from tests.conftest import TEST_BANK

REFERENCE = """\
def double(x):
    if x is None:
        raise TypeError("x is None")
    return 2 * x
"""
# `2 * None` is a TypeError already.
GUARD = "delete-guard: `if x is None:` (1)"


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    shutil.copytree(TEST_BANK, tmp_path, dirs_exist_ok=True)
    (tmp_path / "solutions" / "double" / "solution.py").write_text(REFERENCE, encoding="utf-8")
    return tmp_path


def mutation(bank: Path, *equivalent: str) -> Mutation:
    entries = [f"[[mutants]]\nid = '{mutant}'\nreason = 'so'\n" for mutant in equivalent]
    path = bank / "solutions" / "double" / "equivalent.toml"
    path.write_text("".join(entries), encoding="utf-8")
    opened = Bank.open(bank)
    return mutate(opened, opened.load("double"), side_by_side=2)


def test_tells_the_killed_from_those_that_survive(bank: Path) -> None:
    found = mutation(bank)
    assert [mutant.id for mutant in found.survived] == [GUARD]
    assert {each.mutant.id: each.by for each in found.killed}.items() >= {
        "off-by-one: `return 2 * x` (1)": "first",
        'change-exception: `raise TypeError("x is None")` (1)': "refuses_text",
    }.items()
    assert found.share_killed == (found.total - 1) / found.total


def test_counts_out_what_is_listed_as_equivalent(bank: Path) -> None:
    found = mutation(bank, GUARD)
    assert [(each.mutant.id, each.reason) for each in found.equivalent] == [(GUARD, "so")]
    assert (found.survived, found.share_killed) == ((), 1.0)


@pytest.mark.parametrize(
    ("listed", "complaint"),
    [
        ("delete-guard: `if x == 1:` (1)", "no mutant has this id"),
        ("off-by-one: `return 2 * x` (1)", "a check kills this mutant"),
    ],
)
def test_complains_of_a_listing_that_is_not_so(bank: Path, listed: str, complaint: str) -> None:
    with pytest.raises(BankError, match=complaint):
        mutation(bank, GUARD, listed)
