"""Styled lines and tables for a terminal; plain and whole where they go into a pipe or a file."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text as Styled

PIPE_WIDTH = 100
_NO_LIMIT = 10_000
_GAP = 2
_NARROWEST = 8
# Numbers and emoji in other people's words are nothing to decorate.
_PLAIN: dict[str, Any] = {"highlight": False, "emoji": False, "markup": False}


def console(*, width: int | None = None) -> Console:
    """A console on stdout that wraps at the terminal's width, or in a pipe at a fixed one."""
    found = Console(**_PLAIN)
    return found if found.is_terminal else Console(width=width or PIPE_WIDTH, **_PLAIN)


def heading(text: str) -> Styled:
    return Styled(text, style="bold")


def columns(headings: Sequence[str], right: Sequence[int] = (), flexible: int | None = None) -> Table:
    """A table without lines; in a narrow terminal the `flexible` column gives way."""
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="bold", show_edge=False)
    for number, name in enumerate(headings):
        table.add_column(
            name,
            justify="right" if number in right else "left",
            no_wrap=True,
            overflow="ellipsis",
            ratio=1 if number == flexible else None,
            min_width=None if number == flexible else 1,
        )
    return table


def _settle(part: RenderableType, width: int) -> None:
    """In a table with a flexible column no other gives way; where no room is left for it, it goes."""
    if not isinstance(part, Table) or not any(column.ratio for column in part.columns):
        return
    for column in part.columns:
        column.width = max(cell_len(str(cell)) for cell in [column.header, *column.cells])
    flexible = next(column for column in part.columns if column.ratio)
    taken = sum((column.width or 0) + _GAP for column in part.columns if column is not flexible)
    flexible.ratio = None
    if width - taken < _NARROWEST:
        part.columns.remove(flexible)
    else:
        flexible.width = min(flexible.width or 0, width - taken)


def to_lines(parts: Sequence[RenderableType], width: int) -> list[str]:
    """The parts as a terminal of that width shows them, a string for each line."""
    out = Console(file=io.StringIO(), width=width, force_terminal=True, **_PLAIN)
    with out.capture() as captured:
        for part in parts:
            _settle(part, width)
            out.print(part)
    return captured.get().splitlines()


def show(*parts: RenderableType, width: int = _NO_LIMIT) -> None:
    """Print the parts one under the other, without spaces at the ends of lines.

    `width` is that of a pipe or a file; a terminal has its own.
    """
    out = console(width=width)
    with out.capture() as captured:
        for part in parts:
            _settle(part, out.width)
            out.print(part, soft_wrap=isinstance(part, Styled) and not out.is_terminal)
    text = captured.get()
    out.file.write("".join(f"{line.rstrip()}\n" for line in text.splitlines()))
