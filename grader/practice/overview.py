"""What all attempts say together."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from grader.catalogue import Entry
from grader.practice.attempts import Attempt
from grader.practice.states import Known


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic's problems that are judged, and its questions that are marked by oneself."""

    topic: str
    solved: int
    problems: int
    marked: int
    questions: int


@dataclass(frozen=True, slots=True)
class FailingCheck:
    problem: str
    check: str
    title: str
    times: int


@dataclass(frozen=True, slots=True)
class NamedMistake:
    """A mistake that reports named; `text` is the sentence that says what is wrong."""

    problem: str
    mistake: str
    text: str
    times: int


@dataclass(frozen=True, slots=True)
class Overview:
    """Topics, the mistakes that were named most often, and the checks that failed most often."""

    attempts: int
    topics: tuple[Topic, ...]
    mistakes: tuple[NamedMistake, ...]
    failing: tuple[FailingCheck, ...]


def overview(
    entries: Iterable[Entry], known: Known, attempts: Iterable[Attempt], language: str, most: int = 10
) -> Overview:
    """Pure: from what a store holds to what is shown of it."""
    attempts = list(attempts)
    mistakes: Counter[tuple[str, str]] = Counter()
    failing: Counter[tuple[str, str]] = Counter()
    texts: dict[tuple[str, str], str] = {}
    for attempt in attempts:
        report = json.loads(attempt.report_zh if language == "zh" else attempt.report_en)
        for named in _named(report):
            key = (attempt.problem, named["id"])
            mistakes[key] += 1
            texts[key] = _first_sentence(named["text"])
        for check in report["checks"]:
            if check["outcome"] not in ("passed", "skipped"):
                key = (attempt.problem, check["id"])
                failing[key] += 1
                texts[key] = check["title"]
    return Overview(
        len(attempts),
        _topics(entries, known),
        tuple(NamedMistake(*key, texts[key], times) for key, times in mistakes.most_common(most)),
        tuple(FailingCheck(*key, texts[key], times) for key, times in failing.most_common(most)),
    )


def _named(report: dict[str, Any]) -> list[dict[str, Any]]:
    first = report.get("diagnosis")
    return [first, *first.get("others", [])] if first else []


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=\.)\s|(?<=。)", text, maxsplit=1)[0]


def _topics(entries: Iterable[Entry], known: Known) -> tuple[Topic, ...]:
    by_topic: dict[str, list[Entry]] = {}
    for entry in entries:
        by_topic.setdefault(entry.topic, []).append(entry)
    topics = []
    for name, group in sorted(by_topic.items()):
        words = [(entry.kind, known.state(entry).word) for entry in group]
        topics.append(
            Topic(
                name,
                solved=sum(word == "solved" for _, word in words),
                problems=sum(kind == "code" for kind, _ in words),
                marked=sum(word == "self-marked" for _, word in words),
                questions=sum(kind == "concept" for kind, _ in words),
            )
        )
    return tuple(topics)
