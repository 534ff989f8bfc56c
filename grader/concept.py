"""Concept questions: asked, answered by a person, and marked by that person with a model answer beside."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.bank import Bank
from grader.catalogue import Entry, find_entry
from grader.errors import BankError, UsageError
from grader.messages import _
from grader.text import LANGUAGES, Text

_KEYS = {"id", "kind", "topic", "difficulty", "minutes", "related", "title"}
_PAIRS = {"wrong_claims": ("claim", "correction"), "follow_ups": ("question", "answer")}
_LISTS = ("key_points", "sources")


@dataclass(frozen=True, slots=True)
class Pair:
    """A wrong claim and what is right, or a question that follows and its answer."""

    first: Text
    second: Text


@dataclass(frozen=True, slots=True)
class Concept:
    """A question with what a good answer has in it."""

    entry: Entry
    related: tuple[str, ...]
    question: Text
    answer: Text
    key_points: tuple[Text, ...]
    wrong_claims: tuple[Pair, ...]
    follow_ups: tuple[Pair, ...]
    sources: tuple[Text, ...]


def load_concept(bank: Bank, question_id: str) -> Concept:
    """The question of that id.

    Raises:
        UsageError: there is none of that id, or it is a problem that is graded.
        BankError: naming the file and the key that is not right.
    """
    entry = find_entry(bank, question_id)
    if entry.kind != "concept":
        raise UsageError(
            _("{id} is a problem to code, no question: `grade show {id}`.").format(id=entry.id)
        )
    own = _File(entry.folder / "problem.toml")
    answer = _File(bank.root / "solutions" / entry.id / "answer.toml")
    own.expect(_KEYS)
    if own.data.get("id") != entry.id:
        own.complain("id", f"should be the folder's name, is {own.data.get('id')!r}")
    answer.expect({"answer", *_LISTS, *_PAIRS})
    key_points = answer.texts("key_points")
    if not key_points:
        answer.complain("key_points", "there is none")
    return Concept(
        entry=entry,
        related=own.words("related"),
        question=Text(*(_statement(entry.folder / name) for name in ("statement.md", "statement.zh.md"))),
        answer=answer.text("answer", answer.data.get("answer")),
        key_points=key_points,
        wrong_claims=answer.pairs("wrong_claims"),
        follow_ups=answer.pairs("follow_ups"),
        sources=answer.texts("sources"),
    )


def _statement(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BankError(f"{path}: {error}") from None


class _File:
    """One TOML file; every complaint names it and the key."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self.data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise BankError(f"{path}: {error}") from None

    def complain(self, key: str, what: str) -> Any:
        raise BankError(f"{self._path}: {key}: {what}")

    def expect(self, keys: set[str]) -> None:
        for key in self.data:
            if key not in keys:
                self.complain(key, "unknown key")

    def text(self, key: str, value: Any) -> Text:
        if type(value) is not dict:
            self.complain(key, "needs en and zh")
        for name in value:
            if name not in LANGUAGES:
                self.complain(f"{key}.{name}", "unknown key")
        for language in LANGUAGES:
            said = value.get(language)
            if type(said) is not str or not said.strip():
                self.complain(f"{key}.{language}", f"should be text that says something, is {said!r}")
        return Text(value["en"].strip(), value["zh"].strip())

    def texts(self, key: str) -> tuple[Text, ...]:
        return tuple(self.text(f"{key}[{n}]", each) for n, each in enumerate(self._list(key)))

    def pairs(self, key: str) -> tuple[Pair, ...]:
        found = []
        for number, each in enumerate(self._list(key)):
            place = f"{key}[{number}]"
            if type(each) is not dict or set(each) != set(_PAIRS[key]):
                self.complain(place, f"needs {' and '.join(_PAIRS[key])}")
            found.append(Pair(*(self.text(f"{place}.{name}", each[name]) for name in _PAIRS[key])))
        return tuple(found)

    def words(self, key: str) -> tuple[str, ...]:
        """One word, or a list of them."""
        value = self.data.get(key, [])
        values = [value] if type(value) is str else value
        if type(values) is not list or not all(type(each) is str for each in values):
            self.complain(key, f"should be ids, is {value!r}")
        return tuple(values)

    def _list(self, key: str) -> list[Any]:
        value = self.data.get(key, [])
        if type(value) is not list:
            self.complain(key, f"should be a list of tables, [[{key}]]")
        return list(value)
