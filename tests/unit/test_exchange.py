"""Progress that comes from outside is taken in whole, or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from grader.errors import UsageError
from grader.practice.exchange import Progress, from_document, merge, read_all, to_document
from grader.practice.marks import Answer, HintTaken, Started
from grader.practice.store import Store
from tests.unit.test_store import attempt

UUID = "12345678-1234-1234-1234-123456789abc"
PROGRESS = Progress(
    (attempt(1), attempt(2)),
    (Answer(UUID, "", "why", 3.0, "because", (1, 2), 4),),
    (HintTaken("", "double", "check:first", 1, 4.0),),
    (Started("", "double", 5.0),),
)


def test_comes_back_as_it_was() -> None:
    assert from_document(to_document(PROGRESS).encode()) == PROGRESS


def test_merges_without_duplicates(tmp_path: Path) -> None:
    store = Store(tmp_path / "progress.sqlite3", lambda text: None)
    store.write(lambda c: merge(c, Progress(attempts=(attempt(1),))))
    assert store.write(lambda c: merge(c, PROGRESS)) == 4
    assert store.write(lambda c: merge(c, PROGRESS)) == 0
    assert store.read(read_all, Progress()) == PROGRESS


Change = Callable[[dict[str, Any]], object]


def setting(key: str, value: object, part: str = "attempts") -> Change:
    return lambda document: document[part][0].__setitem__(key, value)


HOSTILE: dict[str, tuple[Change, str]] = {
    "another format": (lambda d: d.__setitem__("format", "else"), "format"),
    "another version": (lambda d: d.__setitem__("version", 2), "version"),
    "true for 1": (lambda d: d.__setitem__("version", True), "version"),
    "a key too many": (lambda d: d.__setitem__("more", 1), "more"),
    "a key too few": (lambda d: d.pop("hints"), "hints"),
    "no list": (lambda d: d.__setitem__("attempts", {}), "attempts"),
    "no object": (lambda d: d["attempts"].__setitem__(1, None), "attempts[1]"),
    "an inner key too many": (setting("x\x1b[2J", 1), "attempts[0].x\ufffd"),
    "no uuid": (setting("uuid", "x"), "uuid"),
    "a number for text": (setting("source", 5), "source"),
    "text too long": (setting("source", "x" * (2**21 + 1)), "source"),
    "half a surrogate": (setting("source", "\ud800"), "source"),
    "a null character": (setting("source", "\0"), "source"),
    "a path for a word": (setting("problem", "../../etc"), "problem"),
    "an escape for a word": (setting("diagnosis", "\x1b]0;x\x07"), "diagnosis"),
    "an unknown verdict": (setting("verdict", "error"), "verdict"),
    "true for a number": (setting("score", True), "score"),
    "a huge number": (setting("score", 10**400), "score"),
    "a number below 0": (setting("max_score", -1), "max_score"),
    "a half seed": (setting("seed", 0.5), "seed"),
    "a time beyond time": (setting("at", 1e15), "at"),
    "a report of another verdict": (
        setting("report_en", '{"verdict": "passed", "checks": []}'),
        "report_en",
    ),
    "a report that is none": (setting("report_zh", "[]"), "report_zh"),
    "a report too deep": (setting("report_zh", "[" * 100_000), "report_zh"),
    "a check that is none": (setting("report_en", '{"verdict": "failed", "checks": [1]}'), "report_en"),
    "a key point too many": (setting("had", [5], "answers"), "had"),
    "key points that are none": (setting("had", [True], "answers"), "had"),
    "a step below 0": (setting("step", -1, "hints"), "step"),
    "a scope with a newline": (setting("scope", "a\nb", "hints"), "scope"),
    "a start without a problem": (setting("problem", "", "started"), "problem"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_value_that_is_not_right_is_named(name: str) -> None:
    document = json.loads(to_document(PROGRESS))
    change, place = HOSTILE[name]
    change(document)
    with pytest.raises(UsageError) as raised:
        from_document(json.dumps(document).encode("utf-8"))
    assert place in str(raised.value)
    assert "\x1b" not in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"[" * 100_000, b"[]", b"NaN", b'{"version": NaN}'])
def test_what_is_no_such_document_is_one_line(data: bytes) -> None:
    with pytest.raises(UsageError, match="import: "):
        from_document(data)
