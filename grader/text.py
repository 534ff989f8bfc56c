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


def join(parts: list[Text], separator: str = " ") -> Text:
    """The parts one after the other; Chinese sentences stand without a space between them."""
    return Text(separator.join(part.en for part in parts), "".join(part.zh for part in parts))
