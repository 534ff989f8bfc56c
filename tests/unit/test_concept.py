"""Concept questions: read whole, and each mistake of an author's told with its file and key."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from grader.bank import Bank
from grader.concept import load_concept
from grader.errors import BankError, UsageError
from tests.conftest import TEST_BANK


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    root = tmp_path / "bank"
    for part in ("problems", "solutions"):
        shutil.copytree(TEST_BANK / part / "why-twice", root / part / "why-twice")
    return Bank.open(root)


def test_reads_everything(bank: Bank) -> None:
    concept = load_concept(bank, "why-twice")
    assert concept.related == ("double",)
    assert "2x" in concept.question.en
    assert len(concept.key_points) == 2
    assert concept.wrong_claims[0].second.en == "It holds for every count."
    assert concept.follow_ups[0].first.zh == "三倍呢？"
    assert concept.sources[0].en == "Peano, 1889."


def test_a_problem_that_is_graded_is_no_question() -> None:
    with pytest.raises(UsageError, match="grade show double"):
        load_concept(Bank.open(TEST_BANK), "double")


@pytest.mark.parametrize(
    ("file", "old", "new", "key"),
    [
        ("problems/why-twice/problem.toml", "minutes = 2", "minutes = 2\nworker = 'numpy'", "worker"),
        ("problems/why-twice/problem.toml", 'id = "why-twice"', 'id = "other"', "id"),
        ("problems/why-twice/problem.toml", 'related = "double"', "related = 5", "related"),
        ("solutions/why-twice/answer.toml", "[answer]", "[anwser]", "anwser"),
        ("solutions/why-twice/answer.toml", "[[key_points]]", "[[points]]", "points"),
        ("solutions/why-twice/answer.toml", 'zh = "二是一加一。"', "", "key_points[0].zh"),
        ("solutions/why-twice/answer.toml", 'zh = "二是一加一。"', 'zh = ""', "key_points[0].zh"),
        (
            "solutions/why-twice/answer.toml",
            'zh = "二是一加一。"',
            'zh = "x"\nfr = "x"',
            "key_points[0].fr",
        ),
        (
            "solutions/why-twice/answer.toml",
            "[wrong_claims.claim]",
            "[wrong_claims.say]",
            "wrong_claims[0]",
        ),
        ("solutions/why-twice/answer.toml", "[[sources]]", "[sources]", "sources"),
        ("solutions/why-twice/answer.toml", "[answer]", "[answer", "answer.toml"),
    ],
)
def test_an_authors_mistake_names_file_and_key(bank: Bank, file: str, old: str, new: str, key: str) -> None:
    path = bank.root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(BankError) as raised:
        load_concept(bank, "why-twice")
    assert key in str(raised.value)
    assert str(path) in str(raised.value)


def test_a_missing_file_is_named(bank: Bank) -> None:
    (bank.root / "problems/why-twice/statement.zh.md").unlink()
    with pytest.raises(BankError, match=r"statement\.zh\.md"):
        load_concept(bank, "why-twice")
