"""What a person did beside grading: problems begun, hints taken, questions answered and marked."""

from __future__ import annotations

import json
import sqlite3
import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a concept question, marked by the person who gave it: a claim, no judgement.

    `had` are the key points that the person says were in it, counted from 1, of `points` in all.
    """

    uuid: str
    bank: str
    question: str
    at: float
    answer: str
    had: tuple[int, ...]
    points: int


@dataclass(frozen=True, slots=True)
class HintTaken:
    """One step of the hints for one thing: the problem itself, a check, or a named mistake."""

    bank: str
    problem: str
    scope: str
    step: int
    at: float


@dataclass(frozen=True, slots=True)
class Started:
    """A problem whose stub was written out."""

    bank: str
    problem: str
    at: float


def new_answer(bank: str, question: str, answer: str, had: tuple[int, ...], points: int) -> Answer:
    import uuid

    return Answer(str(uuid.uuid4()), bank, question, time.time(), answer, had, points)


def add_answer(connection: sqlite3.Connection, answer: Answer) -> bool:
    done = connection.execute(
        "INSERT OR IGNORE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            answer.uuid,
            answer.bank,
            answer.question,
            answer.at,
            answer.answer,
            json.dumps(answer.had),
            answer.points,
        ),
    )
    return done.rowcount == 1


def answers(connection: sqlite3.Connection, bank: str | None = None) -> list[Answer]:
    """Answers, the oldest first: of one bank, or all."""
    rows = connection.execute(
        "SELECT uuid, bank, question, at, answer, had, points FROM answers "
        "WHERE bank = coalesce(?, bank) ORDER BY at, rowid",
        (bank,),
    )
    return [
        Answer(key, of, question, at, answer, tuple(json.loads(had)), points)
        for key, of, question, at, answer, had, points in rows
    ]


def add_hint(connection: sqlite3.Connection, hint: HintTaken) -> bool:
    done = connection.execute(
        "INSERT OR IGNORE INTO hints VALUES (?, ?, ?, ?, ?)",
        (hint.bank, hint.problem, hint.scope, hint.step, hint.at),
    )
    return done.rowcount == 1


def hints(
    connection: sqlite3.Connection, bank: str | None = None, problem: str | None = None
) -> list[HintTaken]:
    """Hints taken, the oldest first: for one problem, of one bank, or all."""
    rows = connection.execute(
        "SELECT bank, problem, scope, step, at FROM hints "
        "WHERE bank = coalesce(?, bank) AND problem = coalesce(?, problem) ORDER BY at, rowid",
        (bank, problem),
    )
    return [HintTaken(*row) for row in rows]


def add_started(connection: sqlite3.Connection, started: Started) -> bool:
    done = connection.execute(
        "INSERT OR IGNORE INTO started VALUES (?, ?, ?)", (started.bank, started.problem, started.at)
    )
    return done.rowcount == 1


def started(connection: sqlite3.Connection, bank: str | None = None) -> list[Started]:
    rows = connection.execute(
        "SELECT bank, problem, at FROM started WHERE bank = coalesce(?, bank) ORDER BY at, rowid", (bank,)
    )
    return [Started(*row) for row in rows]
