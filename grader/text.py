"""Text that a candidate reads, in every language the grader speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Text:
    """One message in English and in Chinese."""

    en: str
    zh: str

    def in_language(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en


NOTHING = Text("", "")


def in_both(text: str | Text) -> Text:
    """A plain text, code or a number, for both languages alike; a Text as it is."""
    return text if isinstance(text, Text) else Text(text, text)


def spaced(*parts: str) -> str:
    """Chinese text from its parts, with a space wherever a Chinese word meets code, a name or a number."""
    joined = ""
    for part in filter(None, parts):
        joined += f" {part}" if joined and _part_words(joined[-1], part[0]) else part
    return joined


def _part_words(before: str, after: str) -> bool:
    # Chinese punctuation is no letter, and brings room of its own.
    return before.isascii() != after.isascii() and (before if after.isascii() else after).isalpha()


def join(parts: list[Text], separator: str = " ") -> Text:
    """The parts one after the other; Chinese sentences stand without a space between them."""
    return Text(separator.join(part.en for part in parts), "".join(part.zh for part in parts))
