"""A study sheet for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.padding import Padding
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text as Styled

from grader.messages import _, counted
from grader.statement import for_terminal
from grader.study.sheet import Pairs, Part, Points, Prose, Sheet, Slips, Source
from grader.submission import printable
from grader.text import Language, Text

if TYPE_CHECKING:
    from grader.study.compute import Computed

_INDENT = (0, 0, 0, 4)


def rendered(sheet: Sheet) -> Iterator[RenderableType]:
    """The parts of the sheet, one under the other."""
    yield for_terminal(f"# {sheet.title}")
    for part in sheet.parts:
        yield title(part.title)
        # Lists and tables bring a blank line of their own.
        if not (isinstance(part, Prose | Slips) and part.markdown.startswith(("|", "- ", "* ", "1."))):
            yield Styled()
        yield from _part(part)


def sketches(computed: Computed, problem_id: str, language: Language) -> Iterator[RenderableType]:
    """The pictures in a few characters each, and where to have them whole."""
    from grader.study.sketch import sketch

    yield title(_("Pictures"))
    for picture in computed.pictures:
        yield Styled()
        yield Styled(picture.title.in_language(language), style="bold")
        drawn = "\n".join(sketch(picture, language))
        yield Padding(Styled(drawn, no_wrap=True, overflow="crop"), (0, 0, 0, 2))
        yield Styled(picture.caption.in_language(language))
    if computed.without_attempt:
        yield Styled()
        yield Styled(without_attempt(computed.without_attempt, language), style="dim")
    yield Styled()
    more = _("Drawn in full: {page}, or {files}")
    page, files = (f"grade study {problem_id} {option}" for option in ("--html FILE", "--pictures DIR"))
    yield Styled(more.format(page=page, files=files), style="dim")


def without_attempt(reason: Text, language: Language) -> str:
    """Why an attempt is not on the pictures."""
    said = _("Your attempt is not on the pictures: {reason}")
    return printable(said.format(reason=reason.in_language(language)))


def title(text: str) -> RenderableType:
    """The heading of a part."""
    return for_terminal(f"## {text}")


def _part(part: Part) -> Iterator[RenderableType]:
    match part:
        case Prose():
            yield for_terminal(part.markdown)
        case Source():
            if part.about:
                yield for_terminal(part.about)
                yield Styled()
            yield code(part.code)
        case Points():
            for number, point in enumerate(part.points, start=1):
                yield _item(f"{number}.", for_terminal(point))
        case Pairs():
            yield from _pairs(part)
        case Slips():
            yield from _slips(part)


def code(source: str) -> RenderableType:
    """Python in the terminal's own colours."""
    return Syntax(
        printable(source),
        "python",
        theme="ansi_dark",
        background_color="default",
        word_wrap=True,
        padding=0,
    )


def _pairs(part: Pairs) -> Iterator[RenderableType]:
    mark = "?" if part.are_questions else "✗"
    for number, (first, second) in enumerate(part.pairs):
        if number:
            yield Styled()
        yield _item(mark, for_terminal(f"**{first}**" if "**" not in first else first))
        yield Padding(for_terminal(second), _INDENT)


def _slips(part: Slips) -> Iterator[RenderableType]:
    if part.markdown:
        yield for_terminal(part.markdown)
    if not part.groups:
        return
    said = counted(
        "{count} mistake is known to the checks. By the check that is there for it:",
        "{count} mistakes are known to the checks. By the check that is there for them:",
        part.count,
    )
    yield Styled()
    yield Styled(said.format(count=part.count))
    for group in part.groups:
        yield Styled()
        yield Styled(f"  {printable(group.title)}", style="dim")
        for slip in group.slips:
            yield _item("✗", for_terminal(slip.what))
    yield Styled()
    more = _("A page of it (--html FILE) has each one's wrong line, effect in numbers, reason and remedy.")
    yield Styled(more, style="dim")


def _item(mark: str, body: RenderableType) -> RenderableType:
    row = Table.grid(padding=(0, 1))
    row.add_column(width=3, justify="right")
    row.add_column()
    row.add_row(mark, body)
    return row
