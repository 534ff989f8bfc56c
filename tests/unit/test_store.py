"""The store: kept whole, shared by processes, and set aside where it is broken."""

from __future__ import annotations

import sqlite3
import stat
from pathlib import Path

import pytest

from grader.practice import attempts, marks
from grader.practice.attempts import Attempt
from grader.practice.store import SCHEMA_VERSION, Store, StoreError
from grader.text import Text

REPORT = '{"verdict": "failed", "checks": []}'


def attempt(number: int, problem: str = "double", score: float = 1.0, verdict: str = "failed") -> Attempt:
    return Attempt(
        f"00000000-0000-0000-0000-{number:012x}", "", problem, float(number), "double.py", "source",
        verdict, score, 4.0, None, 0, "process", 0.5, REPORT, REPORT,
    )  # fmt: skip


@pytest.fixture
def said() -> list[Text]:
    return []


@pytest.fixture
def store(tmp_path: Path, said: list[Text]) -> Store:
    return Store(tmp_path / "data" / "progress.sqlite3", said.append)


def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "progress.sqlite3"


def test_nothing_is_made_by_looking(store: Store, tmp_path: Path) -> None:
    assert store.read(attempts.of_all, []) == []
    assert not (tmp_path / "data").exists()


def test_what_is_kept_is_there_and_nobody_elses_to_read(store: Store, tmp_path: Path) -> None:
    store.write(lambda c: attempts.add(c, attempt(1)))
    assert store.read(attempts.of_all, []) == [attempt(1)]
    assert stat.S_IMODE(path(tmp_path).parent.stat().st_mode) == 0o700
    with sqlite3.connect(path(tmp_path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        for file in path(tmp_path).parent.iterdir():
            assert stat.S_IMODE(file.stat().st_mode) == 0o600, file
    connection.close()


def test_a_change_is_whole_or_not_at_all(store: Store) -> None:
    def work(connection: sqlite3.Connection) -> None:
        attempts.add(connection, attempt(1))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.write(work)
    assert store.read(attempts.of_all, []) == []


def test_the_same_attempt_is_kept_once(store: Store) -> None:
    assert store.write(lambda c: attempts.add(c, attempt(1)))
    assert not store.write(lambda c: attempts.add(c, attempt(1)))


def test_the_best_of_all_attempts(store: Store) -> None:
    def work(connection: sqlite3.Connection) -> None:
        attempts.add(connection, attempt(1, score=3.0))
        attempts.add(connection, attempt(2, score=4.0, verdict="passed"))
        attempts.add(connection, attempt(3, score=2.0))

    store.write(work)
    best = store.read(lambda c: attempts.best(c, ""), {})["double"]
    assert (best.attempts, best.solved, best.score, best.at) == (3, True, 4.0, 3.0)
    last = store.read(lambda c: attempts.last(c, "", "double"), None)
    assert last == attempt(3, score=2.0)


def test_marks_are_kept(store: Store) -> None:
    answer = marks.new_answer("", "why", "because", (1, 3), 4)

    def work(connection: sqlite3.Connection) -> None:
        marks.add_answer(connection, answer)
        marks.add_hint(connection, marks.HintTaken("", "double", "problem", 1, 2.0))
        marks.add_started(connection, marks.Started("", "double", 1.0))
        marks.add_started(connection, marks.Started("elsewhere", "double", 1.0))

    store.write(work)
    assert store.read(marks.answers, []) == [answer]
    assert len(store.read(lambda c: marks.hints(c, "", "double"), [])) == 1
    assert len(store.read(lambda c: marks.started(c, ""), [])) == 1


@pytest.mark.parametrize("wreck", [b"this is no database at all", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_broken_file_is_set_aside_and_said(
    store: Store, said: list[Text], tmp_path: Path, wreck: bytes
) -> None:
    (tmp_path / "data").mkdir()
    path(tmp_path).write_bytes(wreck)
    store.write(lambda c: attempts.add(c, attempt(1)))
    assert store.read(attempts.of_all, []) == [attempt(1)]
    (aside,) = (tmp_path / "data").glob("progress.sqlite3.corrupt-*")
    assert aside.read_bytes() == wreck
    assert len(said) == 1
    assert aside.name in said[0].en
    assert aside.name in said[0].zh


def test_a_page_that_broke_later_is_found_too(store: Store, said: list[Text], tmp_path: Path) -> None:
    def many(connection: sqlite3.Connection) -> None:
        for number in range(200):
            attempts.add(connection, attempt(number))

    store.write(many)
    data = bytearray(path(tmp_path).read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path(tmp_path).write_bytes(data)
    assert store.read(attempts.of_all, []) == []
    assert len(said) == 1


def test_a_newer_file_is_left_alone(store: Store, tmp_path: Path) -> None:
    store.write(lambda c: attempts.add(c, attempt(1)))
    with sqlite3.connect(path(tmp_path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(StoreError, match="newer grade"):
        store.write(lambda c: attempts.add(c, attempt(2)))


def test_a_folder_that_is_none_is_one_line(tmp_path: Path, said: list[Text]) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(StoreError, match="progress"):
        Store(path(tmp_path), said.append).write(lambda c: attempts.add(c, attempt(1)))


def test_a_locked_file_is_one_line(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("grader.practice.store.BUSY_S", 0.05)
    store.write(lambda c: attempts.add(c, attempt(1)))
    holder = sqlite3.connect(path(tmp_path), isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="locked"):
        store.write(lambda c: attempts.add(c, attempt(2)))
    # Others may still look.
    assert store.read(attempts.of_all, []) == [attempt(1)]
    holder.close()
