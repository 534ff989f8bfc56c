"""What a study sheet says, part by part, whatever it is shown on."""

from __future__ import annotations

from dataclasses import dataclass

from grader.catalogue import Entry
from grader.text import Language


@dataclass(frozen=True, slots=True)
class Prose:
    """A section of Markdown with formulas."""

    title: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Source:
    """A program, and what it says of itself as Markdown."""

    title: str
    about: str
    code: str


@dataclass(frozen=True, slots=True)
class Points:
    """What a good answer has in it, a line of Markdown each."""

    title: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Questions with their answers, or wrong claims with what is right, as Markdown."""

    title: str
    pairs: tuple[tuple[str, str], ...]
    are_questions: bool


@dataclass(frozen=True, slots=True)
class Slip:
    """A known mistake in words, as Markdown, and the lines that make it, where these can be told."""

    what: str
    numbers: str
    why: str
    fix: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The mistakes that one check is there for."""

    title: str
    slips: tuple[Slip, ...]


@dataclass(frozen=True, slots=True)
class Slips:
    """Common mistakes: those with a wrong line to show as Markdown, then all that are known."""

    title: str
    markdown: str
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        return sum(len(group.slips) for group in self.groups)


Part = Prose | Source | Points | Pairs | Slips


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything there is to study of one problem, in one language."""

    entry: Entry
    language: Language
    title: str
    parts: tuple[Part, ...]
