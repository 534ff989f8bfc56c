"""How far a person is with each problem."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from grader.catalogue import Entry
from grader.practice import attempts, marks
from grader.practice.attempts import Best

STATES = ("new", "started", "solved", "self-marked")


@dataclass(frozen=True, slots=True)
class State:
    """What was judged of a problem, or what its person says of a question. The two never mix."""

    word: str = "new"
    best: Best | None = None
    had: int | None = None
    """How many of a question's key points the last answer had, by its own author's word."""
    points: int = 0


@dataclass(frozen=True, slots=True)
class Known:
    """What a store knows of one bank."""

    best: dict[str, Best]
    started: frozenset[str]
    answered: dict[str, marks.Answer]

    def state(self, entry: Entry) -> State:
        if entry.kind == "concept":
            answer = self.answered.get(entry.id)
            return State("self-marked", None, len(answer.had), answer.points) if answer else State()
        best = self.best.get(entry.id)
        if best and best.solved:
            return State("solved", best)
        return State("started" if best or entry.id in self.started else "new", best)


NOTHING = Known({}, frozenset(), {})


def known(connection: sqlite3.Connection, bank: str) -> Known:
    return Known(
        attempts.best(connection, bank),
        frozenset(each.problem for each in marks.started(connection, bank)),
        {answer.question: answer for answer in marks.answers(connection, bank)},
    )


def open_entries(entries: Iterable[Entry], known: Known, kind: str) -> list[Entry]:
    """What of that kind is still to be done, the easiest first."""
    left = [e for e in entries if e.kind == kind and known.state(e).word in ("new", "started")]
    return sorted(left, key=lambda entry: entry.ease)
