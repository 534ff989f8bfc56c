"""The SQLite file that progress is kept in: opened, brought up to date, and set aside where it is broken.

Several processes may use it at once. Nothing here decides what becomes of a grade: whoever calls
says what to do where the store can't be used.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from grader.errors import GraderError
from grader.submission import printable
from grader.text import Text

T = TypeVar("T")
Say = Callable[[Text], None]
Work = Callable[[sqlite3.Connection], T]

BUSY_S = 3.0
_BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
# What leads from each version of the schema to the next; a file says its own in `user_version`.
_MIGRATIONS = (
    """
    CREATE TABLE attempts (
        uuid TEXT PRIMARY KEY, bank TEXT NOT NULL, problem TEXT NOT NULL, at REAL NOT NULL,
        submission TEXT NOT NULL, source TEXT NOT NULL, verdict TEXT NOT NULL,
        score REAL NOT NULL, max_score REAL NOT NULL, diagnosis TEXT,
        seed INTEGER NOT NULL, isolation TEXT NOT NULL, duration_s REAL NOT NULL,
        report_en TEXT NOT NULL, report_zh TEXT NOT NULL
    ) STRICT;
    CREATE INDEX attempts_of ON attempts (bank, problem, at);
    CREATE TABLE hints (
        bank TEXT NOT NULL, problem TEXT NOT NULL, scope TEXT NOT NULL, step INTEGER NOT NULL,
        at REAL NOT NULL, PRIMARY KEY (bank, problem, scope, step)
    ) STRICT;
    CREATE TABLE answers (
        uuid TEXT PRIMARY KEY, bank TEXT NOT NULL, question TEXT NOT NULL, at REAL NOT NULL,
        answer TEXT NOT NULL, had TEXT NOT NULL, points INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX answers_of ON answers (bank, question, at);
    CREATE TABLE started (
        bank TEXT NOT NULL, problem TEXT NOT NULL, at REAL NOT NULL, PRIMARY KEY (bank, problem)
    ) STRICT;
    """,
)
SCHEMA_VERSION = len(_MIGRATIONS)


class StoreError(GraderError):
    """Progress can't be read or kept."""


class Store:
    """Progress in one file. `say` is told what a person should know of, such as a broken file."""

    def __init__(self, path: Path, say: Say) -> None:
        self._path = path
        self._say = say

    def read(self, work: Work[T], empty: T) -> T:
        """What `work` finds; `empty` where nothing was ever kept.

        Raises:
            StoreError: the file is there and can't be used.
        """
        with self._faults():
            if not self._path.exists():
                return empty
        return self._do(work)

    def write(self, work: Work[T]) -> T:
        """Have `work` change the store: wholly, and for good when this returns, or not at all.

        Raises:
            StoreError: it could not be changed.
        """

        def whole(connection: sqlite3.Connection) -> T:
            connection.execute("BEGIN IMMEDIATE")
            try:
                result = work(connection)
                connection.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise
            return result

        return self._do(whole)

    def _do(self, work: Work[T]) -> T:
        with self._faults():
            try:
                with self._open() as connection:
                    return work(connection)
            except sqlite3.DatabaseError as error:
                if not _is_broken(error):
                    raise
            self._set_aside()
            with self._open() as connection:
                return work(connection)

    @contextlib.contextmanager
    def _faults(self) -> Iterator[None]:
        """Whatever the system or SQLite says becomes one line."""
        try:
            yield
        except (OSError, sqlite3.Error, UnicodeError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            raise StoreError(f"{printable(str(self._path))}: {reason}") from None

    @contextlib.contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        self._make_file()
        connection = sqlite3.connect(self._path, timeout=BUSY_S, isolation_level=None)
        try:
            version = _version(connection)
            if version > SCHEMA_VERSION:
                raise StoreError(
                    f"{printable(str(self._path))} was written by a newer grade (version {version}, "
                    f"known here: {SCHEMA_VERSION}); upgrade grade."
                )
            if version < SCHEMA_VERSION:
                self._bring_up_to_date(connection)
            # With WAL this outlives any process that is killed; only a power failure may cost the last
            # attempt, and never the file.
            connection.execute("PRAGMA synchronous = NORMAL")
            yield connection
        finally:
            connection.close()

    def _make_file(self) -> None:
        """The folder, and an empty file for this user alone: SQLite gives its other files the same mode."""
        folder = self._path.parent
        if not folder.is_dir():
            folder.parent.mkdir(parents=True, exist_ok=True)
            folder.mkdir(mode=0o700, exist_ok=True)
        if not self._path.exists():
            os.close(os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))

    def _bring_up_to_date(self, connection: sqlite3.Connection) -> None:
        with self._alone():
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("BEGIN IMMEDIATE")
            # Another process may have done it meanwhile.
            for version in range(_version(connection), SCHEMA_VERSION):
                for statement in _MIGRATIONS[version].split(";"):
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
            connection.execute("COMMIT")

    def _set_aside(self) -> None:
        """Give a broken file another name, so that a new one can be begun and nothing is thrown away."""
        with self._alone():
            if _is_sound(self._path):
                return  # another process was faster
            aside = self._free_name()
            for suffix in ("", "-wal", "-shm"):
                with contextlib.suppress(FileNotFoundError):
                    os.rename(f"{self._path}{suffix}", f"{aside}{suffix}")
        name = printable(str(aside))
        self._say(
            Text(
                f"The progress file is broken; it was set aside as {name}, and a new one is begun.",
                f"进度文件已损坏；已另存为 {name}，并新建了一个。",
            )
        )

    def _free_name(self) -> Path:
        stamp = time.strftime("%Y%m%d-%H%M%S")
        number = 0
        while True:
            more = f"-{number}" if number else ""
            aside = self._path.with_name(f"{self._path.name}.corrupt-{stamp}{more}")
            if not aside.exists():
                return aside
            number += 1

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """One process at a time, where the file system has locks."""
        lock = os.open(f"{self._path}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            with contextlib.suppress(OSError):
                fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _is_broken(error: sqlite3.DatabaseError) -> bool:
    # The lower byte is the error, the rest what kind of it.
    return (getattr(error, "sqlite_errorcode", 0) & 0xFF) in _BROKEN


def _is_sound(path: Path) -> bool:
    try:
        with contextlib.closing(sqlite3.connect(path, timeout=BUSY_S)) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.DatabaseError as error:
        return not _is_broken(error)
