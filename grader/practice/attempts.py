"""Attempts: what was graded, and what came of it."""

from __future__ import annotations

import sqlite3
import time
from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING, Any

from grader.text import Language

if TYPE_CHECKING:
    from grader.report import Report

KEPT_VERDICTS = ("passed", "failed", "invalid")


@dataclass(frozen=True, slots=True)
class Attempt:
    """One submission as it was graded. `at` is in seconds since 1970."""

    uuid: str
    bank: str
    problem: str
    at: float
    submission: str
    source: str
    verdict: str
    score: float
    max_score: float
    diagnosis: str | None
    seed: int
    isolation: str
    duration_s: float
    report_en: str
    report_zh: str

    def report(self, language: Language) -> str:
        """The report as the JSON document of the command line."""
        return self.report_zh if language == "zh" else self.report_en


@dataclass(frozen=True, slots=True)
class Best:
    """What all attempts at one problem come to."""

    attempts: int
    solved: bool
    score: float
    max_score: float
    at: float
    """When the last one was."""


_COLUMNS = ", ".join(field.name for field in fields(Attempt))
_PLACES = ", ".join("?" for _ in fields(Attempt))


def attempt_of(report: Report, source: str, bank: str) -> Attempt:
    """What is to be kept of a grade that ended now."""
    import uuid

    return Attempt(
        uuid=str(uuid.uuid4()),
        bank=bank,
        problem=report.problem,
        at=time.time(),
        submission=report.submission,
        source=source,
        verdict=report.verdict.value,
        score=report.score,
        max_score=float(report.max_score),
        diagnosis=report.diagnoses[0].id if report.diagnoses else None,
        seed=report.seed,
        isolation=report.isolation,
        duration_s=round(report.duration_s, 3),
        report_en=report.to_json("en"),
        report_zh=report.to_json("zh"),
    )


def add(connection: sqlite3.Connection, attempt: Attempt) -> bool:
    """Keep an attempt; False where it is there already."""
    done = connection.execute(
        f"INSERT OR IGNORE INTO attempts ({_COLUMNS}) VALUES ({_PLACES})",  # noqa: S608 - our own names
        astuple(attempt),
    )
    return done.rowcount == 1


def of_bank(connection: sqlite3.Connection, bank: str, problem: str | None = None) -> list[Attempt]:
    """A bank's attempts, or those at one of its problems, the oldest first."""
    return _select(connection, "bank = ? AND problem = coalesce(?, problem)", bank, problem)


def of_all(connection: sqlite3.Connection) -> list[Attempt]:
    return _select(connection, "1")


def last(connection: sqlite3.Connection, bank: str, problem: str) -> Attempt | None:
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM attempts WHERE bank = ? AND problem = ? "  # noqa: S608
        "ORDER BY at DESC, rowid DESC LIMIT 1",
        (bank, problem),
    )
    row = rows.fetchone()
    return Attempt(*row) if row else None


def best(connection: sqlite3.Connection, bank: str) -> dict[str, Best]:
    """For each problem that was tried, its best attempt and how many there were."""
    rows = connection.execute(
        "SELECT problem, count(*), max(verdict = 'passed'), score, max(score / max(max_score, 1e-9)), "
        "max_score, (SELECT max(at) FROM attempts AS other "
        "WHERE other.bank = attempts.bank AND other.problem = attempts.problem) "
        "FROM attempts WHERE bank = ? GROUP BY problem",
        (bank,),
    )
    return {
        problem: Best(count, bool(solved), score, max_score, at)
        for problem, count, solved, score, _, max_score, at in rows
    }


def _select(connection: sqlite3.Connection, condition: str, *values: Any) -> list[Attempt]:
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM attempts WHERE {condition} ORDER BY at, rowid",  # noqa: S608
        values,
    )
    return [Attempt(*row) for row in rows]
