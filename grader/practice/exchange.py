"""Progress as a JSON document that another machine can take in.

A document that comes from outside is hostile until each of its values was looked at.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, fields
from typing import Any, TypeVar

from grader.errors import UsageError
from grader.messages import _
from grader.practice import attempts, marks
from grader.practice.attempts import KEPT_VERDICTS, Attempt
from grader.practice.marks import Answer, HintTaken, Started
from grader.submission import MAX_BYTES, printable

FORMAT, VERSION = "grade-progress", 1
MAX_DOCUMENT = 256 * 2**20
_LAST_SECOND = 253402300799.0  # of the year 9999
_MOST_POINTS = 1000
_MOST = 1e9
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,199}\Z")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything that a store holds."""

    attempts: tuple[Attempt, ...] = ()
    answers: tuple[Answer, ...] = ()
    hints: tuple[HintTaken, ...] = ()
    started: tuple[Started, ...] = ()

    def __len__(self) -> int:
        return len(self.attempts) + len(self.answers) + len(self.hints) + len(self.started)


def read_all(connection: sqlite3.Connection) -> Progress:
    return Progress(
        tuple(attempts.of_all(connection)),
        tuple(marks.answers(connection)),
        tuple(marks.hints(connection)),
        tuple(marks.started(connection)),
    )


def merge(connection: sqlite3.Connection, progress: Progress) -> int:
    """Add what is not there yet; gives how many entries were new."""
    return sum(
        (
            *(attempts.add(connection, each) for each in progress.attempts),
            *(marks.add_answer(connection, each) for each in progress.answers),
            *(marks.add_hint(connection, each) for each in progress.hints),
            *(marks.add_started(connection, each) for each in progress.started),
        )
    )


def to_document(progress: Progress) -> str:
    document = {"format": FORMAT, "version": VERSION, **asdict(progress)}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def from_document(data: bytes) -> Progress:
    """The progress that a document holds, every value of it looked at.

    Raises:
        UsageError: it is no such document; the message names the first thing that is wrong.
    """
    if len(data) > MAX_DOCUMENT:
        raise UsageError(_("import: the file is larger than {size} MB.").format(size=MAX_DOCUMENT // 2**20))
    try:
        document = json.loads(data.decode("utf-8"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        reason = printable(str(error))[:200]
        raise UsageError(_("import: this is not JSON: {reason}").format(reason=reason)) from None
    top = _Reader("", document, ("format", "version", *(field.name for field in fields(Progress))))
    if top.value("format") != FORMAT:
        top.complain("format", f'"{FORMAT}"')
    if type(top.value("version")) is not int or top.value("version") != VERSION:
        top.complain("version", str(VERSION))
    return Progress(
        tuple(top.entries("attempts", Attempt, _attempt)),
        tuple(top.entries("answers", Answer, _answer)),
        tuple(top.entries("hints", HintTaken, _hint)),
        tuple(top.entries("started", Started, _started)),
    )


def _no_constant(name: str) -> Any:
    raise ValueError(name)


class _Reader:
    """One object of the document; every complaint names the place and what should stand there."""

    def __init__(self, place: str, value: Any, keys: tuple[str, ...]) -> None:
        self._place = place
        if type(value) is not dict:
            self.complain("", "an object")
        for key in keys:
            if key not in value:
                self.complain(key, "there")
        for key in value:
            if key not in keys:
                self.complain(printable(key)[:40], "left out")
        self._values: dict[str, Any] = value

    def complain(self, key: str, should_be: str) -> Any:
        place = ".".join(filter(None, (self._place, key))) or "document"
        raise UsageError(
            _("import: {place} should be {what}; nothing was taken in.").format(place=place, what=should_be)
        )

    def value(self, key: str) -> Any:
        return self._values[key]

    def entries(self, key: str, kind: type, read: Callable[[_Reader], T]) -> Iterator[T]:
        value = self.value(key)
        if type(value) is not list:
            self.complain(key, "a list")
        names = tuple(field.name for field in fields(kind))
        for number, entry in enumerate(value):
            yield read(_Reader(f"{key}[{number}]", entry, names))

    def text(self, key: str, most: int = MAX_BYTES) -> str:
        value = self.value(key)
        if type(value) is not str or len(value) > most or "\0" in value or not _is_unicode(value):
            self.complain(key, f"text of at most {most} characters")
        return str(value)

    def word(self, key: str) -> str:
        value = self.value(key)
        if type(value) is not str or not _WORD.match(value):
            self.complain(key, "a word")
        return str(value)

    def uuid(self) -> str:
        value = self.value("uuid")
        if type(value) is not str or not _UUID.match(value):
            self.complain("uuid", "a UUID")
        return str(value)

    def number(self, key: str, most: float = _MOST) -> float:
        value = self.value(key)
        if not _is_number(value, most):
            self.complain(key, f"a number from 0 to {most:g}")
        return float(value)

    def whole(self, key: str, most: int) -> int:
        value = self.value(key)
        if type(value) is not int or not 0 <= value <= most:
            self.complain(key, f"a whole number from 0 to {most}")
        return int(value)

    def time(self) -> float:
        return self.number("at", _LAST_SECOND)

    def report(self, key: str, verdict: str) -> str:
        text = self.text(key)
        try:
            document = json.loads(text, parse_constant=_no_constant)
        except (ValueError, RecursionError):
            document = None
        if not _is_report(document) or document["verdict"] != verdict:
            self.complain(key, "a report of that verdict")
        return text


def _is_unicode(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _is_number(value: Any, most: float = _MOST) -> bool:
    # No comparison holds for NaN; a whole number may be too large to be a float.
    return type(value) in (int, float) and 0 <= value <= most


def _is_report(value: Any) -> bool:
    """Whether it has all that is shown of a report."""
    if type(value) is not dict or type(value.get("verdict")) is not str:
        return False
    checks = value.get("checks")
    if type(checks) is not list or not all(_is_check(check) for check in checks):
        return False
    for key, part in (("error", "message"), ("diagnosis", "text")):
        inner = value.get(key)
        if inner is not None and (type(inner) is not dict or type(inner.get(part)) is not str):
            return False
    return True


def _is_check(value: Any) -> bool:
    return (
        type(value) is dict
        and all(type(value.get(key)) is str for key in ("id", "title", "outcome", "message"))
        and all(_is_number(value.get(key)) for key in ("points", "max_points"))
    )


def _attempt(entry: _Reader) -> Attempt:
    verdict = entry.value("verdict")
    if verdict not in KEPT_VERDICTS:
        entry.complain("verdict", ", ".join(KEPT_VERDICTS))
    return Attempt(
        uuid=entry.uuid(),
        bank=entry.text("bank", 4096),
        problem=entry.word("problem"),
        at=entry.time(),
        submission=entry.text("submission", 4096),
        source=entry.text("source"),
        verdict=verdict,
        score=entry.number("score"),
        max_score=entry.number("max_score"),
        diagnosis=None if entry.value("diagnosis") is None else entry.word("diagnosis"),
        seed=entry.whole("seed", 2**32 - 1),
        isolation=entry.word("isolation"),
        duration_s=entry.number("duration_s"),
        report_en=entry.report("report_en", verdict),
        report_zh=entry.report("report_zh", verdict),
    )


def _answer(entry: _Reader) -> Answer:
    points = entry.whole("points", _MOST_POINTS)
    had = entry.value("had")
    if type(had) is not list or not all(type(each) is int and 1 <= each <= points for each in had):
        entry.complain("had", "a list of key points' numbers")
    return Answer(
        uuid=entry.uuid(),
        bank=entry.text("bank", 4096),
        question=entry.word("question"),
        at=entry.time(),
        answer=entry.text("answer"),
        had=tuple(sorted(set(had))),
        points=points,
    )


def _hint(entry: _Reader) -> HintTaken:
    return HintTaken(
        bank=entry.text("bank", 4096),
        problem=entry.word("problem"),
        scope=entry.word("scope"),
        step=entry.whole("step", _MOST_POINTS),
        at=entry.time(),
    )


def _started(entry: _Reader) -> Started:
    return Started(entry.text("bank", 4096), entry.word("problem"), entry.time())
