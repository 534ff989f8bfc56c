"""Keeping what was done. A store that can't be used costs a notice, and never a verdict."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, TypeVar

from grader.bank import Bank
from grader.practice import attempts, marks
from grader.practice.place import bank_key, is_kept, store_path
from grader.practice.store import Say, Store, StoreError, Work
from grader.text import Text

if TYPE_CHECKING:
    from grader.report import Report

T = TypeVar("T")


def keep_attempt(report: Report, source: str, bank: Bank, say: Say) -> int:
    """Keep a grade that came to a verdict; gives how many hints were taken for its problem so far.

    When this returns, the attempt outlives whatever happens to this process.
    """
    if report.verdict.value not in attempts.KEPT_VERDICTS:
        return 0
    key = bank_key(bank)

    def work(connection: sqlite3.Connection) -> int:
        attempts.add(connection, attempts.attempt_of(report, source, key))
        return len(marks.hints(connection, key, report.problem))

    return keep(work, 0, say)


def keep(work: Work[T], otherwise: T, say: Say) -> T:
    """What `work` gives of the store that it changes; `otherwise` where it is not to, or can't."""
    if not is_kept():
        return otherwise
    try:
        return Store(store_path(), say).write(work)
    except StoreError as error:
        say(Text(f"Progress was not kept: {error}", f"进度未能保存：{error}"))
        return otherwise


def look(work: Work[T], empty: T, say: Say) -> T:
    """What `work` reads in the store; `empty` where there is none, or none that can be read."""
    try:
        return Store(store_path(), say).read(work, empty)
    except StoreError as error:
        say(Text(f"Progress can't be read: {error}", f"无法读取进度：{error}"))
        return empty
