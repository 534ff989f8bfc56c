"""What is listed, in which state, and what comes next."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from grader.bank import Bank
from grader.catalogue import find_entry, read_catalogue
from grader.errors import BankError, UsageError
from grader.practice import attempts, marks
from grader.practice.overview import overview
from grader.practice.states import NOTHING, known, open_entries
from grader.practice.store import Store
from tests.unit.test_store import attempt

TOML = """id = "{id}"
kind = "{kind}"
topic = "{topic}"
difficulty = "{difficulty}"
minutes = {minutes}
[title]
en = "Title"
zh = "标题"
"""


def write(root: Path, name: str, kind: str = "code", difficulty: str = "easy", minutes: int = 5) -> None:
    folder = root / "problems" / name
    folder.mkdir(parents=True)
    text = TOML.format(id=name, kind=kind, topic="testing", difficulty=difficulty, minutes=minutes)
    (folder / "problem.toml").write_text(text, encoding="utf-8")


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    write(tmp_path, "hard-one", difficulty="hard")
    write(tmp_path, "long-one", minutes=50)
    write(tmp_path, "short-one")
    write(tmp_path, "asked", kind="concept")
    return Bank.open(tmp_path)


def test_ids_are_those_that_are_graded(bank: Bank) -> None:
    assert bank.ids() == ["hard-one", "long-one", "short-one"]
    assert bank.concept_ids() == ["asked"]
    with pytest.raises(UsageError, match="grade ask asked"):
        bank.load("asked")


def test_listing_reads_problem_toml_alone(bank: Bank) -> None:
    # There is no other file in this bank.
    assert [entry.id for entry in read_catalogue(bank).entries] == [
        "asked",
        "hard-one",
        "long-one",
        "short-one",
    ]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('kind = "code"', 'kind = "essay"', "kind"),
        ('difficulty = "easy"', 'difficulty = "odd"', "difficulty"),
        ("minutes = 5", 'minutes = "5"', "minutes"),
        ('zh = "标题"', "", "title"),
        ("id =", "id", "problem.toml"),
    ],
)
def test_a_broken_problem_hides_no_other(bank: Bank, old: str, new: str, says: str) -> None:
    file = bank.root / "problems" / "short-one" / "problem.toml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    catalogue = read_catalogue(bank)
    assert len(catalogue.entries) == 3
    (fault,) = catalogue.faults
    assert says in str(fault)
    assert str(file) in str(fault)
    with pytest.raises(BankError):
        find_entry(bank, "short-one")


@pytest.mark.parametrize("word", ["shrt-one", "../problems/short-one", "", "SHORT-ONE"])
def test_what_is_no_id_is_not_looked_for(bank: Bank, word: str) -> None:
    with pytest.raises(UsageError, match="no such problem"):
        find_entry(bank, word)


def test_states_and_what_is_next(bank: Bank, tmp_path: Path) -> None:
    store = Store(tmp_path / "progress.sqlite3", lambda text: None)

    def work(connection: sqlite3.Connection) -> None:
        attempts.add(connection, attempt(1, "short-one", 4.0, "passed"))
        attempts.add(connection, attempt(2, "long-one", 3.0))
        marks.add_started(connection, marks.Started("", "hard-one", 3.0))
        marks.add_answer(connection, marks.new_answer("", "asked", "so", (1,), 3))

    entries = read_catalogue(bank).entries
    assert {NOTHING.state(entry).word for entry in entries} == {"new"}
    assert [e.id for e in open_entries(entries, NOTHING, "code")] == ["short-one", "long-one", "hard-one"]
    store.write(work)
    found = store.read(lambda c: known(c, ""), NOTHING)
    assert {entry.id: found.state(entry).word for entry in entries} == {
        "asked": "self-marked", "hard-one": "started", "long-one": "started", "short-one": "solved",
    }  # fmt: skip
    assert [e.id for e in open_entries(entries, found, "code")] == ["long-one", "hard-one"]
    assert open_entries(entries, found, "concept") == []
    (topic,) = overview(entries, found, [], "en").topics
    assert (topic.solved, topic.problems, topic.marked, topic.questions) == (1, 3, 1, 1)
