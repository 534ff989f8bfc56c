"""A statement for a terminal: its formulas in Unicode, its Markdown laid out by rich."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from rich.console import Console, ConsoleOptions, RenderableType
from rich.markdown import Heading, Markdown, MarkdownElement
from rich.text import Text as Styled

from grader import formulas
from grader.submission import printable

_CHINESE = "\u3000-\u303f\u4e00-\u9fff\uff00-\uffef"
# Code is left as it is; what is between dollars is a formula.
_PIECES = re.compile(
    r"(?P<code>^ *```.*?^ *```|(?P<ticks>`+).*?(?P=ticks)|\\\$)"
    r"|(?P<indent>^ *)?\$\$(?P<display>.+?)\$\$"
    r"|\$(?!\s)(?P<inline>(?:[^$\n]|\n(?!\s*\n))+?)(?<!\s)\$",
    re.DOTALL | re.MULTILINE,
)
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#])")
_SOFT_BREAK = re.compile(rf"(?<=[{_CHINESE}])\n *(?=[{_CHINESE}])")


def with_unicode(markdown: str) -> str:
    """The same Markdown, with each formula as text that a terminal shows."""
    markdown = printable(markdown)
    joined = (_SOFT_BREAK.sub("", text) if plain else text for plain, text in _parts(markdown))
    return "".join(joined)


def _parts(markdown: str) -> Iterator[tuple[bool, str]]:
    """Pieces of Markdown in order, and whether each is plain words."""
    at = 0
    for found in _PIECES.finditer(markdown):
        yield True, markdown[at : found.start()]
        yield False, _piece(found)
        at = found.end()
    yield True, markdown[at:]


def _piece(found: re.Match[str]) -> str:
    if found["display"]:
        indent = found["indent"] or ""
        inner = "".join(f"{indent}{line}\n" for line in formulas.lines(found["display"]))
        return f"\n{indent}```text\n{inner}{indent}```\n"
    if found["inline"]:
        return _SPECIAL.sub(r"\\\1", formulas.line(found["inline"]))
    return found.group()


class _PlainHeading(Heading):
    """A heading at the left, as the text under it."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        self.text.justify = "left"
        if self.tag != "h1":
            yield Styled()
        yield self.text


class _Markdown(Markdown):
    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **Markdown.elements,
        "heading_open": _PlainHeading,
    }


def for_terminal(markdown: str) -> Markdown:
    """What rich prints of a statement."""
    return _Markdown(with_unicode(markdown), code_theme="ansi_dark", hyperlinks=False)
